// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/arraytext.h"

namespace roster {

namespace {

/// Walks one level of an array's text; `m_rest` begins behind the opening brace.
class ArrayReader
{
public:
    explicit ArrayReader(QByteArrayView rest) : m_rest(rest) {}

    std::optional<QList<SqlValue>> read()
    {
        QList<SqlValue> elements;
        if (m_rest == "}")
            return elements;
        while (!m_rest.isEmpty()) {
            if (!readElement(elements))
                return {};
            const char separator = m_rest.front();
            m_rest = m_rest.sliced(1);
            if (separator == '}')
                return m_rest.isEmpty() ? std::optional(elements) : std::nullopt;
        }
        return {};
    }

private:
    /// Reads up to the `,` or `}` behind an element; false where none follows.
    bool readElement(QList<SqlValue> &elements)
    {
        if (m_rest.startsWith('"')) {
            elements.append(quotedElement());
        } else if (m_rest.startsWith('{')) {
            elements.append(nestedArray());
        } else {
            const QByteArray plain = plainElement();
            elements.append(plain.compare("NULL", Qt::CaseInsensitive) == 0 ? SqlValue()
                                                                            : SqlValue(plain));
        }
        return !m_rest.isEmpty() && (m_rest.front() == ',' || m_rest.front() == '}');
    }

    QByteArray quotedElement()
    {
        QByteArray text;
        qsizetype i = 1;
        for (; i < m_rest.size() && m_rest[i] != '"'; ++i) {
            if (m_rest[i] == '\\' && i + 1 < m_rest.size())
                ++i;
            text += m_rest[i];
        }
        m_rest = m_rest.sliced(qMin(i + 1, m_rest.size()));
        return text;
    }

    QByteArray plainElement()
    {
        QByteArray text;
        qsizetype i = 0;
        for (; i < m_rest.size() && m_rest[i] != ',' && m_rest[i] != '}'; ++i) {
            if (m_rest[i] == '\\' && i + 1 < m_rest.size())
                ++i;
            text += m_rest[i];
        }
        m_rest = m_rest.sliced(i);
        return text;
    }

    QByteArray nestedArray()
    {
        int depth = 0;
        bool inQuotes = false;
        qsizetype i = 0;
        for (; i < m_rest.size(); ++i) {
            const char c = m_rest[i];
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inQuotes = !inQuotes;
            } else if (!inQuotes && c == '{') {
                ++depth;
            } else if (!inQuotes && c == '}' && --depth == 0) {
                break;
            }
        }
        const QByteArray text = m_rest.first(qMin(i + 1, m_rest.size())).toByteArray();
        m_rest = m_rest.sliced(text.size());
        return text;
    }

    QByteArrayView m_rest;
};

}  // namespace

QByteArray arrayText(const QList<SqlValue> &elements)
{
    QByteArray text = "{";
    for (const SqlValue &element : elements) {
        if (text.size() > 1)
            text += ',';
        if (!element) {
            text += "NULL";
            continue;
        }
        text += '"';
        for (const char c : *element) {
            if (c == '"' || c == '\\')
                text += '\\';
            text += c;
        }
        text += '"';
    }
    return text + '}';
}

std::optional<QList<SqlValue>> arrayElements(QByteArrayView text)
{
    if (text.startsWith('[')) {
        const qsizetype equals = text.indexOf('=');
        if (equals < 0)
            return {};
        text = text.sliced(equals + 1);
    }
    if (!text.startsWith('{'))
        return {};
    return ArrayReader(text.sliced(1)).read();
}

}  // namespace roster
