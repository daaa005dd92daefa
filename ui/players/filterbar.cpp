// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/filterbar.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int restMs = 200;
constexpr qsizetype shownOfValue = 40;

QString shortened(const QString &text)
{
    return text.size() > shownOfValue ? text.first(shownOfValue) + u'…' : text;
}

QString link(const QString &target, const QString &text)
{
    return u"<a href=\"%1\" style=\"text-decoration:none\">%2&nbsp;✕</a>"_s.arg(
        QString::fromLatin1(target.toUtf8().toPercentEncoding()), text.toHtmlEscaped());
}

QLabel *errorLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->hide();
    return label;
}

}  // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent),
      m_search(new QLineEdit(this)),
      m_whereButton(new QToolButton(this)),
      m_savedButton(new QToolButton(this)),
      m_savedMenu(new QMenu(this)),
      m_whereLine(new QWidget(this)),
      m_where(new QLineEdit(m_whereLine)),
      m_whereError(errorLabel(u"whereError"_s, this)),
      m_filterError(errorLabel(u"filterError"_s, this)),
      m_applied(new QLabel(this))
{
    setObjectName(u"filterBar"_s);
    setUpSearch();
    setUpWhere();

    auto *line = new QHBoxLayout;
    line->addWidget(m_search, 1);
    line->addWidget(m_whereButton);
    line->addWidget(m_savedButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style()->pixelMetric(QStyle::PM_LayoutVerticalSpacing) / 2);
    layout->addLayout(line);
    layout->addWidget(m_whereLine);
    layout->addWidget(m_whereError);
    layout->addWidget(m_filterError);
    layout->addWidget(m_applied);

    m_applied->setObjectName(u"appliedFilters"_s);
    m_applied->setAccessibleName(tr("Applied filters"));
    m_applied->setWordWrap(true);
    m_applied->setTextFormat(Qt::RichText);
    m_applied->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_applied->hide();
    connect(m_applied, &QLabel::linkActivated, this, [this](const QString &target) {
        const QString what = QString::fromUtf8(QByteArray::fromPercentEncoding(target.toLatin1()));
        if (what == "#all"_L1)
            Q_EMIT clearRequested();
        else
            Q_EMIT removeRequested(what);
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &FilterBar::changed);
}

void FilterBar::setUpSearch()
{
    m_search->setObjectName(u"anyColumnSearch"_s);
    m_search->setAccessibleName(tr("Search in any column"));
    m_search->setPlaceholderText(tr("Search in any column (F3)"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));

    m_savedButton->setObjectName(u"savedFilters"_s);
    m_savedButton->setAccessibleName(tr("Saved filters"));
    m_savedButton->setText(tr("Saved filters"));
    m_savedButton->setPopupMode(QToolButton::InstantPopup);
    m_savedButton->setAutoRaise(true);
    m_savedMenu->setObjectName(u"savedFiltersMenu"_s);
    m_savedButton->setMenu(m_savedMenu);
    connect(m_savedMenu, &QMenu::aboutToShow, this, &FilterBar::fillSavedMenu);
}

void FilterBar::setUpWhere()
{
    m_whereButton->setObjectName(u"whereButton"_s);
    m_whereButton->setText(tr("WHERE"));
    m_whereButton->setAccessibleName(tr("WHERE condition"));
    m_whereButton->setToolTip(tr("Limit the rows by an SQL condition"));
    m_whereButton->setCheckable(true);
    m_whereButton->setAutoRaise(true);
    connect(m_whereButton, &QToolButton::toggled, this, [this](bool shown) {
        m_whereLine->setVisible(shown);
        if (shown) {
            m_where->setFocus();
        } else {
            // A condition that is not seen must not act.
            m_whereError->hide();
            if (!m_where->text().isEmpty()) {
                m_where->clear();
                Q_EMIT changed();
            }
        }
        Q_EMIT whereVisibleChanged(shown);
    });

    m_where->setObjectName(u"whereEdit"_s);
    m_where->setAccessibleName(tr("WHERE condition"));
    m_where->setPlaceholderText(tr("level > 10 AND name LIKE 'A%' — Enter applies it"));
    m_where->setClearButtonEnabled(true);
    m_where->installEventFilter(this);
    auto *label = new QLabel(tr("&WHERE"), m_whereLine);
    label->setBuddy(m_where);
    auto *layout = new QHBoxLayout(m_whereLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_where, 1);
    m_whereLine->hide();
    // Half a condition is an error to the server, so it waits for Enter; taking it away does not.
    connect(m_where, &QLineEdit::textChanged, this, [this](const QString &text) {
        setWhereError({});
        if (text.isEmpty() && !m_shown.where.isEmpty())
            m_rest.start();
    });
}

QString FilterBar::anyColumn() const
{
    return m_search->text().trimmed();
}

QString FilterBar::where() const
{
    return m_where->text().trimmed();
}

void FilterBar::setTexts(const QString &anyColumn, const QString &where)
{
    const QSignalBlocker quietSearch(m_search);
    const QSignalBlocker quietWhere(m_where);
    m_search->setText(anyColumn);
    m_where->setText(where);
    m_rest.stop();
    setWhereError({});
    if (!where.isEmpty())
        setWhereVisible(true);
}

void FilterBar::showApplied(const TableQuery &query)
{
    m_shown = query;
    QStringList parts;
    for (auto it = query.filters.cbegin(); it != query.filters.cend(); ++it)
        parts << link(it.key(), it.key() + u' ' + shortened(it.value()));
    if (!query.anyColumn.isEmpty())
        parts << link(u"#any"_s, tr("any column: %1").arg(shortened(query.anyColumn)));
    if (!query.where.isEmpty())
        parts << link(u"#where"_s, tr("WHERE %1").arg(shortened(query.where)));
    QString text = parts.join(u" &nbsp;·&nbsp; "_s);
    if (parts.size() > 1)
        text += u" &nbsp;·&nbsp; <a href=\"%1\">%2</a>"_s.arg(u"%23all"_s, tr("Clear all"));
    m_applied->setText(tr("Only rows with: %1").arg(text));
    m_applied->setVisible(!parts.isEmpty());
}

void FilterBar::setWhereVisible(bool visible)
{
    m_whereButton->setChecked(visible);
}

void FilterBar::setWhereError(const QString &message)
{
    paintError(m_whereError, m_where, message);
}

void FilterBar::setFilterError(const QString &message)
{
    paintError(m_filterError, nullptr, message);
}

void FilterBar::paintError(QLabel *label, QLineEdit *edit, const QString &message)
{
    label->setText(message);
    label->setVisible(!message.isEmpty());
    const Tone tone = Theme::tone(Theme::Meaning::Error);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tone.foreground);
    label->setPalette(colours);
    if (!edit)
        return;
    edit->setAccessibleDescription(message);
    edit->setStyleSheet(message.isEmpty()
                            ? QString()
                            : u"QLineEdit { border: 2px solid %1; }"_s.arg(tone.foreground.name()));
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<QLineEdit *>(watched);
    if (edit && event->type() == QEvent::KeyPress)
        return keyPressed(edit, static_cast<QKeyEvent *>(event)->key());
    return QWidget::eventFilter(watched, event);
}

bool FilterBar::keyPressed(QLineEdit *edit, int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_rest.stop();
        Q_EMIT changed();
        return true;
    case Qt::Key_Down:
        Q_EMIT leaveRequested();
        return true;
    case Qt::Key_Escape:
        if (edit->text().isEmpty()) {
            Q_EMIT clearRequested();
        } else {
            edit->clear();
            m_rest.stop();
            Q_EMIT changed();
        }
        return true;
    default:
        return false;
    }
}

// Saved filters --------------------------------------------------------------

void FilterBar::setSaved(const QVariantMap &saved)
{
    m_saved = saved;
}

void FilterBar::fillSavedMenu()
{
    m_savedMenu->clear();
    for (auto it = m_saved.cbegin(); it != m_saved.cend(); ++it) {
        const TableQuery query = fromMap(it.value().toMap());
        QString text = it.key();
        connect(m_savedMenu->addAction(text.replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, query] { Q_EMIT savedChosen(query); });
    }
    if (!m_saved.isEmpty())
        m_savedMenu->addSeparator();
    QAction *save = m_savedMenu->addAction(tr("&Save these filters…"), this, [this] {
        askName(tr("Save filters"), {}, toMap(m_shown));
    });
    save->setObjectName(u"saveFilterAction"_s);
    save->setEnabled(m_shown.isFiltered());
    if (m_saved.isEmpty())
        return;
    QMenu *rename = m_savedMenu->addMenu(tr("&Rename"));
    QMenu *forget = m_savedMenu->addMenu(tr("&Forget"));
    for (auto it = m_saved.cbegin(); it != m_saved.cend(); ++it) {
        const QString &name = it.key();
        const QString text = QString(name).replace(u'&', u"&&"_s);
        connect(rename->addAction(text), &QAction::triggered, this,
                [this, name] { askName(tr("Rename filters"), name, m_saved.value(name).toMap()); });
        connect(forget->addAction(text), &QAction::triggered, this, [this, name] {
            m_saved.remove(name);
            Q_EMIT savedChanged();
        });
    }
}

/// Keeps `filters` under the name that is typed instead of under `before`; a name that is taken is
/// not written over.
void FilterBar::askName(const QString &title, const QString &before, const QVariantMap &filters)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"filterNameDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of these filters:"));
    dialog->setTextValue(before);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, before, filters](const QString &typed) {
                const QString name = typed.trimmed();
                if (name.isEmpty() || name == before)
                    return;
                QString free = name;
                for (int n = 2; m_saved.contains(free); ++n)
                    free = u"%1 (%2)"_s.arg(name).arg(n);
                m_saved.remove(before);
                m_saved.insert(free, filters);
                Q_EMIT savedChanged();
            });
    dialog->open();
}

QVariantMap FilterBar::toMap(const TableQuery &query)
{
    QVariantMap filters;
    for (auto it = query.filters.cbegin(); it != query.filters.cend(); ++it)
        filters.insert(it.key(), it.value());
    return {{u"filters"_s, filters}, {u"any"_s, query.anyColumn}, {u"where"_s, query.where}};
}

TableQuery FilterBar::fromMap(const QVariantMap &map)
{
    TableQuery query;
    const QVariantMap filters = map.value(u"filters"_s).toMap();
    for (auto it = filters.cbegin(); it != filters.cend(); ++it)
        query.filters.insert(it.key(), it.value().toString());
    query.anyColumn = map.value(u"any"_s).toString();
    query.where = map.value(u"where"_s).toString();
    return query;
}

}  // namespace roster
