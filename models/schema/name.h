// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_NAME_H
#define ROSTER_SCHEMA_NAME_H

#include <QString>

#include <algorithm>
#include <cstddef>

namespace roster {

/// Text as a template argument, of any length: `Comment<"…">`. UTF-8.
template <std::size_t Size>
struct Text
{
    char bytes[Size]{};

    // Not explicit: `Comment<"…">` needs the conversion
    consteval Text(const char (&text)[Size]) { std::copy_n(text, Size, bytes); }
    QString toString() const { return QString::fromUtf8(bytes, Size - 1); }
};

/// The name of a column, table or constraint as a template argument: 1 to 63 bytes of UTF-8, which
/// is what PostgreSQL keeps of an identifier. A longer one does not compile.
struct Name
{
    char bytes[64]{};

    template <std::size_t Size>
        requires(Size > 1 && Size <= 64)
    // Not explicit: `As<"level", int>` needs the conversion
    consteval Name(const char (&text)[Size])
    {
        std::copy_n(text, Size, bytes);
    }
    QString toString() const { return QString::fromUtf8(bytes); }
};

}  // namespace roster

#endif
