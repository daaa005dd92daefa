// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/sidebysideview.h"

#include "ui/common/theme.h"
#include "ui/migrations/sqlhighlighter.h"

#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Kind = DiffLine::Kind;

/// The sign that a line begins with; a blank where it is the same.
QString signOf(Kind kind, bool isLeft)
{
    switch (kind) {
    case Kind::Changed:
        return u"~ "_s;
    case Kind::Left:
        return isLeft ? u"− "_s : u"  "_s;
    case Kind::Right:
        return isLeft ? u"  "_s : u"+ "_s;
    case Kind::Same:
        break;
    }
    return u"  "_s;
}

Theme::Meaning meaningOf(Kind kind)
{
    return kind == Kind::Changed ? Theme::Meaning::Edited
         : kind == Kind::Left    ? Theme::Meaning::Deleted
                                 : Theme::Meaning::New;
}

}  // namespace

SideBySideView::SideBySideView(QWidget *parent)
    : QWidget(parent),
      m_leftTitle(new QLabel(this)),
      m_rightTitle(new QLabel(this)),
      m_left(addPane(u"leftPane"_s)),
      m_right(addPane(u"rightPane"_s))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    for (QLabel *title : {m_leftTitle, m_rightTitle}) {
        title->setTextFormat(Qt::PlainText);
        title->setWordWrap(true);
    }
    layout->addWidget(m_leftTitle, 0, 0);
    layout->addWidget(m_rightTitle, 0, 1);
    layout->addWidget(m_left, 1, 0);
    layout->addWidget(m_right, 1, 1);
    follow(m_left, m_right);
    follow(m_right, m_left);
}

QPlainTextEdit *SideBySideView::addPane(const QString &objectName)
{
    auto *pane = new QPlainTextEdit(this);
    pane->setObjectName(objectName);
    pane->setReadOnly(true);
    pane->setTabChangesFocus(true);
    pane->setLineWrapMode(QPlainTextEdit::NoWrap);
    pane->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    pane->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    // Both are of one height, so that a line stands beside its line.
    pane->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    new SqlHighlighter(pane->document());
    return pane;
}

void SideBySideView::follow(QPlainTextEdit *one, QPlainTextEdit *other)
{
    connect(one->verticalScrollBar(), &QScrollBar::valueChanged, other->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(one->horizontalScrollBar(), &QScrollBar::valueChanged, other->horizontalScrollBar(),
            &QScrollBar::setValue);
}

void SideBySideView::setTitles(const QString &left, const QString &right)
{
    m_leftTitle->setText(left);
    m_rightTitle->setText(right);
    m_left->setAccessibleName(left);
    m_right->setAccessibleName(right);
}

void SideBySideView::setLines(const QList<DiffLine> &lines)
{
    m_lines.clear();
    m_places.clear();
    m_current = 0;
    m_left->clear();
    m_right->clear();
    addLines(lines);
}

void SideBySideView::addLines(const QList<DiffLine> &lines)
{
    const bool isFirst = m_lines.isEmpty();
    QStringList left;
    QStringList right;
    for (const DiffLine &line : lines) {
        left << signOf(line.kind, true) + line.left;
        right << signOf(line.kind, false) + line.right;
        if (line.kind != Kind::Same && (m_lines.isEmpty() || m_lines.last().kind == Kind::Same))
            m_places << int(m_lines.size());
        m_lines << line;
    }
    if (isFirst) {
        m_left->setPlainText(left.join(u'\n'));
        m_right->setPlainText(right.join(u'\n'));
    } else if (!lines.isEmpty()) {
        m_left->appendPlainText(left.join(u'\n'));
        m_right->appendPlainText(right.join(u'\n'));
    }
    colour();
    Q_EMIT currentChanged();
}

void SideBySideView::colour()
{
    for (QPlainTextEdit *pane : {m_left, m_right}) {
        QList<QTextEdit::ExtraSelection> marks;
        for (int i = 0; i < m_lines.size(); ++i) {
            if (m_lines.at(i).kind == Kind::Same)
                continue;
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(pane->document()->findBlockByNumber(i));
            mark.format.setBackground(Theme::tone(meaningOf(m_lines.at(i).kind)).background);
            mark.format.setProperty(QTextFormat::FullWidthSelection, true);
            marks << mark;
        }
        pane->setExtraSelections(marks);
    }
}

void SideBySideView::next()
{
    goTo(std::min(m_current + 1, differences()));
}

void SideBySideView::previous()
{
    goTo(std::max(m_current - 1, std::min(1, differences())));
}

void SideBySideView::goTo(int place)
{
    if (place < 1)
        return;
    m_current = place;
    const int first = m_places.at(place - 1);
    int last = first;
    while (last + 1 < m_lines.size() && m_lines.at(last + 1).kind != Kind::Same)
        ++last;
    for (QPlainTextEdit *pane : {m_left, m_right}) {
        // All of it is marked, so that it is seen where everything fits without scrolling.
        QTextCursor cursor(pane->document()->findBlockByNumber(last));
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.setPosition(pane->document()->findBlockByNumber(first).position(),
                           QTextCursor::KeepAnchor);
        pane->setTextCursor(cursor);
        pane->centerCursor();
    }
    Q_EMIT currentChanged();
}

void SideBySideView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (auto *highlighter : findChildren<SqlHighlighter *>())
        highlighter->rehighlight();
    colour();
}

}  // namespace roster
