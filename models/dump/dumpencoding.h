// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPENCODING_H
#define ROSTER_DUMP_DUMPENCODING_H

#include <QByteArray>
#include <QString>

namespace roster {

/// The encoding of a dump's text, by PostgreSQL's name in capitals; empty: not said.
class DumpEncoding
{
public:
    explicit DumpEncoding(QByteArray name = {}) : m_name(std::move(name)) {}

    const QByteArray &name() const { return m_name; }
    /// Also where the server does not say what its bytes are.
    bool isUtf8() const;
    /// False: decoded() can only guess.
    bool isKnown() const;
    QString decoded(const QByteArray &text) const;

private:
    QByteArray m_name;
};

}  // namespace roster

#endif
