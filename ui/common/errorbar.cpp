// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errorbar.h"

#include "ui/common/icons.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int detailLines = 6;

/// What a person may be asked for by whoever helps: the server's words, one topic a line.
QString detailsOf(const Error &error)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines << name + u": "_s + value;
    };
    add(ErrorBar::tr("SQLSTATE"), error.sqlState);
    add(ErrorBar::tr("Detail"), error.detail);
    add(ErrorBar::tr("Schema"), error.schema);
    add(ErrorBar::tr("Table"), error.table);
    add(ErrorBar::tr("Column"), error.column);
    add(ErrorBar::tr("Constraint"), error.constraint);
    add(ErrorBar::tr("Statement"), error.statement);
    return lines.join(u'\n');
}

QLabel *textLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    // A message may quote what a person or a server wrote: never read it as HTML.
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

QPushButton *button(const QString &name, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

}  // namespace

ErrorBar::ErrorBar(QWidget *parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_message(textLabel(u"errorMessage"_s, this)),
      m_hint(textLabel(u"errorHint"_s, this)),
      m_actionButton(button(u"errorAction"_s, this)),
      m_detailsButton(button(u"errorDetailsButton"_s, this)),
      m_copyButton(button(u"errorCopy"_s, this)),
      m_closeButton(new QToolButton(this))
{
    setObjectName(u"errorBar"_s);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    QFont bold = font();
    bold.setBold(true);
    m_message->setFont(bold);
    m_detailsButton->setText(tr("Detai&ls"));
    m_detailsButton->setCheckable(true);
    m_copyButton->setText(tr("&Copy"));
    m_copyButton->setToolTip(tr("Copy the message with all details"));
    m_closeButton->setObjectName(u"errorClose"_s);
    m_closeButton->setAccessibleName(tr("Close this message"));
    m_closeButton->setToolTip(tr("Close this message (Esc)"));
    m_closeButton->setIcon(themedIcon(u"close"_s));
    m_closeButton->setAutoRaise(true);
    m_closeButton->setFocusPolicy(Qt::StrongFocus);

    auto *buttons = new QHBoxLayout;
    for (QWidget *each : std::initializer_list<QWidget *>{m_actionButton, m_detailsButton,
                                                          m_copyButton, m_closeButton})
        buttons->addWidget(each, 0, Qt::AlignTop);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(m_message, 0, 1);
    layout->addWidget(m_hint, 1, 1);
    layout->addLayout(buttons, 0, 2, 2, 1, Qt::AlignTop);
    layout->setColumnStretch(1, 1);

    connect(m_actionButton, &QPushButton::clicked, this, [this] {
        const auto action = m_action;  // it may show the next error and so replace itself
        if (action)
            action();
    });
    connect(m_detailsButton, &QPushButton::toggled, this, &ErrorBar::showDetails);
    connect(m_copyButton, &QPushButton::clicked, this, &ErrorBar::copy);
    connect(m_closeButton, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    clear();
}

void ErrorBar::showError(const Error &error)
{
    present(Theme::Meaning::Error, error.message, error.hint, detailsOf(error));
}

void ErrorBar::showMessage(Theme::Meaning meaning, const QString &message, const QString &hint)
{
    present(meaning, message, hint, {});
}

void ErrorBar::setAction(const QString &text, std::function<void()> action)
{
    m_action = std::move(action);
    m_actionButton->setText(text);
    m_actionButton->setVisible(!text.isEmpty());
}

void ErrorBar::makeDetails()
{
    m_details = new QPlainTextEdit(this);
    m_details->setObjectName(u"errorDetails"_s);
    m_details->setAccessibleName(tr("Details of the error"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setMaximumHeight(m_details->fontMetrics().lineSpacing() * (detailLines + 1));
    static_cast<QGridLayout *>(layout())->addWidget(m_details, 2, 0, 1, 3);
}

void ErrorBar::clear()
{
    m_action = nullptr;
    m_message->clear();
    m_hint->clear();
    if (m_details)
        m_details->clear();
    m_detailsButton->setChecked(false);
    hide();
}

QString ErrorBar::message() const
{
    return m_message->text();
}

QString ErrorBar::hint() const
{
    return m_hint->text();
}

void ErrorBar::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void ErrorBar::changeEvent(QEvent *event)
{
    // The application's palette: our own was set by recolour() and hears of every change of it.
    if (event->type() == QEvent::ApplicationPaletteChange && m_details)
        recolour();
    QFrame::changeEvent(event);
}

void ErrorBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_closeButton->click();
    else
        QFrame::keyPressEvent(event);
}

void ErrorBar::present(Theme::Meaning meaning, const QString &message, const QString &hint,
                       const QString &details)
{
    m_meaning = meaning;
    m_message->setText(message);
    setHint(hint);
    if (!m_details)
        makeDetails();
    m_details->setPlainText(details);
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!details.isEmpty());
    showDetails(false);
    setAction({}, nullptr);
    setAccessibleName(message);
    setAccessibleDescription(hint);
    recolour();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorBar::recolour()
{
    const Tone tone = Theme::tone(m_meaning);
    const QPalette application = QGuiApplication::palette();
    QPalette own = application;
    own.setColor(QPalette::Window, tone.background);
    own.setColor(QPalette::WindowText, tone.foreground);
    setPalette(own);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_actionButton, m_detailsButton, m_copyButton, m_details})
        each->setPalette(application);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const QString icon = m_meaning == Theme::Meaning::Info || m_meaning == Theme::Meaning::New
                           ? u"info"_s
                       : m_meaning == Theme::Meaning::Warning ? u"warning"_s
                                                              : u"error"_s;
    m_icon->setPixmap(themedIcon(icon).pixmap(side));
}

void ErrorBar::showDetails(bool shown)
{
    m_details->setVisible(shown);
    if (shown)
        m_details->setFocus();
}

void ErrorBar::copy() const
{
    QStringList parts{m_message->text(), m_hint->text(), m_details->toPlainText()};
    parts.removeAll(QString());
    QGuiApplication::clipboard()->setText(parts.join(u'\n'));
}

}  // namespace roster
