// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/delegates/celldelegate.h"

#include "models/views/tablemodel.h"
#include "ui/common/delegates/bytesdelegate.h"
#include "ui/common/delegates/celledit.h"
#include "ui/common/delegates/choicedelegate.h"
#include "ui/common/delegates/jsondelegate.h"
#include "ui/common/delegates/numberdelegate.h"
#include "ui/common/delegates/timestampdelegate.h"
#include "ui/common/oneline.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>
#include <QtMath>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype toolTipAtMost = 1500;

bool isEndingKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter
        || event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
}

}  // namespace

CellDelegate::CellDelegate(TableSchema schema, int column, QObject *parent)
    : QStyledItemDelegate(parent), m_schema(std::move(schema)), m_column(column)
{
}

CellDelegate *CellDelegate::make(const TableSchema &schema, int column, QObject *parent)
{
    switch (schema.columns.at(column).kind) {
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Numeric:
        return new NumberDelegate(schema, column, parent);
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
        return new TimestampDelegate(schema, column, parent);
    case TypeKind::Boolean:
    case TypeKind::Enum:
        return new ChoiceDelegate(schema, column, parent);
    case TypeKind::Json:
        return new JsonDelegate(schema, column, parent);
    case TypeKind::Bytes:
        return new BytesDelegate(schema, column, parent);
    default:
        return new CellDelegate(schema, column, parent);
    }
}

QString CellDelegate::displayText(const QVariant &value, const QLocale &) const
{
    return oneLine(value.toString());
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
    option->features &= ~QStyleOptionViewItem::WrapText;
    option->features |= QStyleOptionViewItem::HasDisplay;
    colour(option, index);
    const bool isDefault = index.data(TableModel::IsDefaultRole).toBool();
    if (isDefault || index.data(TableModel::IsNullRole).toBool()) {
        option->text = isDefault ? tr("default") : tr("NULL");
        option->font.setItalic(true);
        if (!(option->state & QStyle::State_Selected))
            option->palette.setColor(QPalette::Text, Theme::dimmed());
    } else if (index.data(TableModel::IsCutRole).toBool() && !option->text.endsWith(u'…')) {
        option->text += u'…';
    }
    // What is selected keeps its colour when the focus is elsewhere (a dialog, the filter row).
    option->state |= QStyle::State_Active;
    useQuickFont(option);
}

/// Shaping is half of what a frame costs, and numbers, times and Latin letters need none.
void CellDelegate::useQuickFont(QStyleOptionViewItem *option) const
{
    constexpr char16_t afterLatin = 0x250;
    const bool isLatin = std::all_of(option->text.cbegin(), option->text.cend(),
                                     [](QChar c) { return c.unicode() < afterLatin; });
    if (!isLatin)
        return;
    if (!m_quickFont || !option->font.isCopyOf(m_font)) {
        m_font = option->font;
        m_quickFont = m_font;
        m_quickFont->setStyleStrategy(
            QFont::StyleStrategy(m_font.styleStrategy() | QFont::PreferNoShaping));
    }
    option->font = *m_quickFont;
    option->fontMetrics = QFontMetrics(*m_quickFont);
}

void CellDelegate::colour(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    const auto rowState = index.data(TableModel::RowStateRole).toInt();
    const auto cellState = index.data(TableModel::CellStateRole).toInt();
    std::optional<Theme::Meaning> meaning;
    if (rowState == TableModel::Deleted)
        meaning = Theme::Meaning::Deleted;
    else if (rowState == TableModel::New)
        meaning = Theme::Meaning::New;
    else if (cellState == TableModel::Changed)
        meaning = Theme::Meaning::Edited;
    if (cellState == TableModel::Failed) {
        meaning = Theme::Meaning::Failed;
        // One jumps to it, so it is always the selected one, and must be seen all the same.
        option->state &= ~QStyle::State_Selected;
    }
    if (rowState == TableModel::Deleted)  // a font that is touched is a font looked up anew
        option->font.setStrikeOut(true);
    if (!meaning)
        return;
    const Tone tone = Theme::tone(*meaning);
    option->backgroundBrush = tone.background;
    option->palette.setColor(QPalette::Text, tone.foreground);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const bool failed = index.data(TableModel::CellStateRole).toInt() == TableModel::Failed;
    const bool current = option.state & QStyle::State_HasFocus;
    if (current) {
        QStyledItemDelegate::paint(painter, option, index);
    } else {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        paintText(*painter, cell);
    }
    if (!failed && !current)
        return;
    painter->save();
    painter->setPen(failed ? Theme::tone(Theme::Meaning::Failed).foreground
                           : option.palette.color(QPalette::Text));
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

/// What the style paints for a cell that is nothing but one line of text; it would lay the text out
/// three times, which is most of what a frame costs.
void CellDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &cell)
{
    const QStyle &style = cell.widget ? *cell.widget->style() : *QApplication::style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, &painter, cell.widget);
    if (cell.text.isEmpty())
        return;
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, cell.widget) + 1;
    const QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    QTextOption wrapping(QStyle::visualAlignment(cell.direction, cell.displayAlignment));
    wrapping.setTextDirection(cell.direction);
    wrapping.setWrapMode(QTextOption::ManualWrap);
    QTextLayout layout;
    layout.setFont(cell.font);
    layout.setTextOption(wrapping);
    const auto layOut = [&layout, &room](const QString &text) {
        layout.setText(text);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(room.width());
        layout.endLayout();
        return line;
    };
    QTextLine line = layOut(cell.text);
    if (line.naturalTextWidth() > room.width())
        line = layOut(cell.fontMetrics.elidedText(cell.text, cell.textElideMode, room.width()));
    const QSize size(room.width(), qCeil(line.height()));
    const QPoint at =
        QStyle::alignedRect(cell.direction, Qt::AlignLeft | Qt::AlignVCenter, size, room).topLeft();
    const QPen before = painter.pen();
    const QPalette::ColorGroup group =
        cell.state & QStyle::State_Enabled ? QPalette::Normal : QPalette::Disabled;
    const bool isSelected = cell.state & QStyle::State_Selected;
    painter.setPen(
        cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(&painter, at);
    painter.setPen(before);
}

QString CellDelegate::explanation(const QString &) const
{
    return {};
}

QString CellDelegate::toolTip(const QModelIndex &index) const
{
    QStringList parts;
    const QString error = index.data(TableModel::ErrorRole).toString();
    if (!error.isEmpty())
        parts << error;
    if (index.data(TableModel::CellStateRole).toInt() == TableModel::Changed)
        parts << tr("Was: %1").arg(oneLine(index.data(TableModel::OriginalRole).toString()));
    if (!index.data(TableModel::IsNullRole).toBool()) {
        const QString value = index.data(Qt::EditRole).toString();
        const QString more = explanation(value);
        if (!more.isEmpty())
            parts << more;
        else if (value.size() > 20)
            parts << value.first(std::min(value.size(), toolTipAtMost));
    }
    return parts.join(u"\n"_s);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = toolTip(index);
    // A value may look like HTML.
    QToolTip::showText(event->globalPos(),
                       text.isEmpty() ? QString()
                                      : u"<p style='white-space:pre-wrap'>"_s + text.toHtmlEscaped()
                                            + u"</p>"_s,
                       view->viewport(), view->visualRect(index));
    return true;
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (index.data(TableModel::IsCutRole).toBool() || value.size() > CellEdit::longest
        || value.contains(u'\n') || value.contains(u'\r')) {
        Q_EMIT largeEditorNeeded(index);
        return nullptr;
    }
    return new CellEdit(m_schema, m_column, parent);
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<CellEdit *>(editor);
    // The model changes under an open editor when rows arrive; what was typed stays.
    if (!edit || edit->isModified())
        return;
    const bool isNull = index.data(TableModel::IsNullRole).toBool();
    edit->setPlaceholderText(isNull ? tr("NULL") : QString());
    edit->setText(isNull ? QString() : index.data(Qt::EditRole).toString());
    edit->setModified(false);
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                const QModelIndex &index) const
{
    const auto *edit = qobject_cast<CellEdit *>(editor);
    if (!edit || !edit->isModified())
        return;  // NULL stays NULL, and an unedited value its very text
    auto *table = qobject_cast<TableModel *>(model);
    if (table && edit->meansNull())
        table->setNull(index);
    else
        model->setData(index, edit->text());
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    // A narrow column still gives room to type in, as far as the view goes.
    const int comfortable = editor->fontMetrics().averageCharWidth() * 16;
    QRect rect = option.rect;
    if (rect.width() < comfortable && editor->parentWidget())
        rect.setWidth(std::min(comfortable,
                               std::max(rect.width(), editor->parentWidget()->width() - rect.x())));
    editor->setGeometry(rect);
}

bool CellDelegate::eventFilter(QObject *editor, QEvent *event)
{
    const auto *edit = qobject_cast<CellEdit *>(editor);
    const bool complains = edit && !edit->complaint().isEmpty();
    // What cannot be saved stays in its editor until it is mended or given up with Esc.
    if (complains && event->type() == QEvent::KeyPress
        && isEndingKey(*static_cast<QKeyEvent *>(event)))
        return true;
    if (complains && event->type() == QEvent::FocusOut)
        return false;
    return QStyledItemDelegate::eventFilter(editor, event);
}

}  // namespace roster
