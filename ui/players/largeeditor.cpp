// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/largeeditor.h"

#include "models/browsing/tablechanges.h"
#include "ui/common/notelabel.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextDocument>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Characters. Beyond, laying out one line of text takes seconds and gigabytes.
constexpr qsizetype mostEdited = 1'000'000;
constexpr qsizetype mostShown = 100'000;  ///< of what is not edited

/// Takes no paste that would stop the window.
class LargeText : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;
    std::function<void(qsizetype characters)> onRefused;

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        const qsizetype characters = source->text().size();
        if (characters + document()->characterCount() <= mostEdited)
            QPlainTextEdit::insertFromMimeData(source);
        else
            onRefused(characters);
    }
};

}  // namespace

LargeEditor::LargeEditor(const TableSchema &schema, int column, QWidget *parent)
    : QDialog(parent),
      m_schema(schema),
      m_column(column),
      m_text(new LargeText(this)),
      m_note(new NoteLabel(u"largeNote"_s, this))
{
    const ColumnSchema &described = schema.columns.at(column);
    setObjectName(u"largeEditor"_s);
    setSizeGripEnabled(true);
    m_text->setObjectName(u"largeText"_s);
    m_text->setAccessibleName(described.name);
    m_text->setTabChangesFocus(true);
    m_text->setReadOnly(true);
    m_text->setPlaceholderText(tr("Loading…"));
    if (described.kind != TypeKind::Text)
        m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Ok);
    m_save->setObjectName(u"largeSave"_s);
    m_save->setText(tr("&Stage"));
    m_save->setEnabled(false);
    if (described.nullable) {
        m_null = buttons->addButton(tr("Set &NULL"), QDialogButtonBox::ActionRole);
        m_null->setObjectName(u"largeNull"_s);
        m_null->setEnabled(false);
        connect(m_null, &QPushButton::clicked, this, [this] { Q_EMIT saved(std::nullopt); });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &LargeEditor::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    static_cast<LargeText *>(m_text)->onRefused = [this](qsizetype characters) {
        m_note->note(tr("Nothing was pasted: it has %1 characters, and up to %2 are edited here.")
                         .arg(locale().toString(characters), locale().toString(mostEdited)),
                     true);
    };
    connect(m_text, &QPlainTextEdit::textChanged, this, &LargeEditor::check);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    const QFontMetrics metrics = fontMetrics();
    resize(metrics.averageCharWidth() * 72, metrics.height() * 22);
}

void LargeEditor::setValue(const SqlValue &value, bool readOnly)
{
    const QSignalBlocker quiet(m_text);
    const QString text = value ? QString::fromUtf8(*value) : QString();
    const bool isTooLong = text.size() > mostEdited;
    m_text->setPlainText(isTooLong ? text.left(mostShown) : text);
    m_text->setPlaceholderText(value ? QString() : tr("NULL"));
    m_text->document()->setModified(false);
    m_text->setReadOnly(readOnly || isTooLong);
    if (m_null)
        m_null->setEnabled(!readOnly && value);
    m_save->setVisible(!readOnly && !isTooLong);
    if (!isTooLong) {
        check();
        return;
    }
    m_note->note(
        tr("%1 characters, of which the first %2 are shown. Copying the cell takes all of them; "
           "edit it by a statement.")
            .arg(locale().toString(text.size()), locale().toString(mostShown)),
        false);
}

void LargeEditor::check()
{
    const ColumnSchema &column = m_schema.columns.at(m_column);
    const QString text = m_text->toPlainText();
    const bool modified = m_text->document()->isModified();
    const qsizetype length = text.toUcs4().size();
    QString said = column.maxLength > 0
                     ? tr("%1 of %2 characters")
                           .arg(locale().toString(length), locale().toString(column.maxLength))
                     : tr("%n character(s)", nullptr, int(length));
    bool valid = true;
    if (modified) {
        if (const auto checked = validate(m_schema, m_column, text.toUtf8()); !checked) {
            said = checked.error().message + u' ' + checked.error().hint;
            valid = false;
        }
    }
    m_note->note(said, !valid);
    m_save->setEnabled(modified && valid);
}

void LargeEditor::showError(const Error &error)
{
    m_note->note(error.message + u' ' + error.hint, true);
    m_text->setPlaceholderText({});
}

void LargeEditor::save()
{
    // The document's line ends are \n; a value with \r\n keeps them only while it is not edited.
    Q_EMIT saved(SqlValue(m_text->toPlainText().toUtf8()));
}

}  // namespace roster
