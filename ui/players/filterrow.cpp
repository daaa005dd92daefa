// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/filterrow.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int restMs = 200;
}

FilterRow::FilterRow(QHeaderView *header) : QWidget(header), m_header(header)
{
    setObjectName(u"filterRow"_s);
    setAccessibleName(tr("Filters by column"));
    setAutoFillBackground(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &FilterRow::changed);
}

void FilterRow::setSchema(const TableSchema &schema)
{
    m_schema = schema;
    qDeleteAll(m_fields);
    m_fields.clear();
    m_errors.clear();
    m_rest.stop();
    align();
}

QMap<QString, QString> FilterRow::filters() const
{
    return m_filters;
}

void FilterRow::setFilters(const QMap<QString, QString> &filters)
{
    m_filters = filters;
    m_rest.stop();
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const QString text = filters.value(m_schema.columns.at(it.key()).name);
        if (it.value()->text() != text) {
            const QSignalBlocker quiet(it.value());
            it.value()->setText(text);
        }
    }
}

void FilterRow::setError(const QString &column, const QString &message)
{
    if (message.isEmpty())
        m_errors.clear();
    else
        m_errors.insert(column, message);
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        mark(it.value(), m_errors.value(m_schema.columns.at(it.key()).name));
}

void FilterRow::focusColumn(int column)
{
    if (column < 0 || column >= m_schema.columns.size() || m_header->isSectionHidden(column))
        column = m_header->logicalIndexAt(0);
    if (column < 0)
        return;
    Q_EMIT columnFocused(column);
    QLineEdit *edit = field(column);
    edit->setFocus(Qt::ShortcutFocusReason);
    edit->selectAll();
}

QSize FilterRow::sizeHint() const
{
    static constexpr int air = 8;
    return {0, fontMetrics().height() + air};
}

void FilterRow::align()
{
    const int width = m_header->viewport()->width();
    const int count = std::min(int(m_schema.columns.size()), m_header->count());
    for (int column = 0; column < count; ++column) {
        const int x = m_header->sectionViewportPosition(column);
        const int size = m_header->sectionSize(column);
        const bool inView = !m_header->isSectionHidden(column) && x + size > 0 && x < width;
        if (!inView && !m_fields.contains(column))
            continue;
        QLineEdit *edit = field(column);
        edit->setGeometry(x, 0, size, height());
        // The one with the focus stays alive out of view: hiding it would throw the focus away.
        edit->setVisible(!m_header->isSectionHidden(column) && (inView || edit->hasFocus()));
    }
}

QLineEdit *FilterRow::field(int column)
{
    if (QLineEdit *made = m_fields.value(column))
        return made;
    const ColumnSchema &described = m_schema.columns.at(column);
    auto *edit = new QLineEdit(this);
    edit->setObjectName(u"filter_"_s + described.name);
    edit->setAccessibleName(tr("Filter %1").arg(described.name));
    edit->setPlaceholderText(placeholder(described));
    edit->setText(m_filters.value(described.name));
    edit->installEventFilter(this);
    m_fields.insert(column, edit);
    mark(edit, m_errors.value(described.name));
    connect(edit, &QLineEdit::textChanged, this, [this, column, edit](const QString &text) {
        const QString name = m_schema.columns.at(column).name;
        if (text.isEmpty())
            m_filters.remove(name);
        else
            m_filters.insert(name, text);
        m_errors.remove(name);
        mark(edit, {});
        m_rest.start();
    });
    edit->setGeometry(m_header->sectionViewportPosition(column), 0, m_header->sectionSize(column),
                      height());
    edit->show();
    return edit;
}

QString FilterRow::placeholder(const ColumnSchema &column) const
{
    switch (column.kind) {
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Numeric:
        return tr(">10  10..20");
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
        return tr(">2026-01-01");
    case TypeKind::Boolean:
        return tr("true  null");
    case TypeKind::Text:
        return tr("text  =text");
    default:
        return tr("Filter");
    }
}

void FilterRow::mark(QLineEdit *edit, const QString &message)
{
    const ColumnSchema &column = m_schema.columns.at(m_fields.key(edit));
    edit->setToolTip(message.isEmpty()
                         ? tr("%1, %2\n>10  10..20  =Arne  null").arg(column.name, column.type)
                         : message);
    edit->setAccessibleDescription(message);
    edit->setProperty("failed", !message.isEmpty());
    if (message.isEmpty()) {
        edit->setStyleSheet({});
        return;
    }
    const Tone tone = Theme::tone(Theme::Meaning::Failed);
    edit->setStyleSheet(u"QLineEdit { border: 2px solid %1; background: %2; color: %1; }"_s.arg(
        tone.foreground.name(), tone.background.name()));
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<QLineEdit *>(watched);
    if (edit && event->type() == QEvent::FocusIn) {
        Q_EMIT columnFocused(m_fields.key(edit));
        return false;
    }
    if (edit && event->type() == QEvent::KeyPress)
        return keyPressed(edit, static_cast<QKeyEvent *>(event)->key());
    return QWidget::eventFilter(watched, event);
}

bool FilterRow::keyPressed(QLineEdit *edit, int key)
{
    if (key == Qt::Key_Escape) {
        if (edit->text().isEmpty()) {
            Q_EMIT clearRequested();
        } else {
            edit->clear();
            m_rest.stop();
            Q_EMIT changed();
        }
        return true;
    }
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter || key == Qt::Key_Down) {
        if (m_rest.isActive() || enter) {
            m_rest.stop();
            Q_EMIT changed();
        }
        if (key == Qt::Key_Down)
            Q_EMIT leaveRequested();
        return true;
    }
    return false;
}

void FilterRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
            mark(it.value(), m_errors.value(m_schema.columns.at(it.key()).name));
    }
}

}  // namespace roster
