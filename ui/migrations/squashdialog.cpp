// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/squashdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QComboBox *addList(QFormLayout *form, const QString &label, const QString &name)
{
    auto *list = new QComboBox(form->parentWidget());
    list->setObjectName(name);
    // Thousands of revisions are not measured.
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(40);
    form->addRow(label, list);
    return list;
}

}  // namespace

SquashDialog::SquashDialog(RevisionGraph graph, const QString &last, QWidget *parent)
    : QDialog(parent), m_graph(std::move(graph))
{
    setObjectName(u"squashDialog"_s);
    setWindowTitle(tr("Squash revisions"));
    auto *text = new QLabel(
        tr("One new revision takes the place of many. A database that has them all counts as being "
           "at it, a new one runs only the new revision. It is built and compared in databases of "
           "its own first; nothing runs here."),
        this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_first = addList(form, tr("&From"), u"squashFirst"_s);
    m_last = addList(form, tr("&To"), u"squashLast"_s);
    m_message = new QLineEdit(fields);
    m_message->setObjectName(u"squashMessage"_s);
    form->addRow(tr("&Message"), m_message);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *goOn = buttons->addButton(tr("&Preview…"), QDialogButtonBox::AcceptRole);
    goOn->setObjectName(u"squashPreview"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(fields);
    layout->addStretch(1);
    layout->addWidget(buttons);

    QList<Revision> newestFirst = m_graph.revisions();
    std::reverse(newestFirst.begin(), newestFirst.end());
    for (const Revision &revision : std::as_const(newestFirst)) {
        if (revision.isRunnable())
            m_last->addItem(revision.title(), revision.id);
    }
    m_last->setCurrentIndex(std::max(0, m_last->findData(last)));
    goOn->setEnabled(m_last->count() > 0);
    connect(m_last, &QComboBox::currentIndexChanged, this, &SquashDialog::fillFirst);
    fillFirst();
    resize(fontMetrics().horizontalAdvance(u'm') * 50, sizeHint().height());
}

/// What the last one stands on.
void SquashDialog::fillFirst()
{
    const QString before = first();
    m_first->clear();
    m_first->addItem(tr("the beginning"), QString());
    const QSet<QString> below = m_graph.ancestors({last()});
    for (const Revision &revision : m_graph.revisions()) {
        if (revision.isRunnable() && revision.id != last() && below.contains(revision.id))
            m_first->addItem(revision.title(), revision.id);
    }
    m_first->setCurrentIndex(std::max(0, m_first->findData(before)));
}

QString SquashDialog::first() const
{
    return m_first->currentData().toString();
}

QString SquashDialog::last() const
{
    return m_last->currentData().toString();
}

QString SquashDialog::message() const
{
    return m_message->text().trimmed();
}

}  // namespace roster
