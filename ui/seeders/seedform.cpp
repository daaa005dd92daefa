// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedform.h"

#include "models/seeding/seedoverview.h"
#include "ui/common/flowlayout.h"
#include "ui/seeders/seedtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int textInEms = 16;
constexpr int seedInEms = 9;
constexpr int rowsInEms = 8;

int toInt(qint64 number)
{
    return int(std::clamp<qint64>(number, std::numeric_limits<int>::min(),
                                  std::numeric_limits<int>::max()));
}

}  // namespace

SeedForm::SeedForm(QWidget *parent)
    : QWidget(parent),
      m_layout(new FlowLayout(this)),
      m_mode(new QComboBox(this)),
      m_randomSeed(new QLineEdit(u"1"_s, this))
{
    setObjectName(u"seedForm"_s);
    m_layout->setSpacing(fontMetrics().height() / 2);
    m_mode->setObjectName(u"mode"_s);
    m_mode->addItem(tr("Replace them"), int(SeedRequest::Mode::Replace));
    m_mode->addItem(tr("Keep them and add"), int(SeedRequest::Mode::Append));
    addField(tr("Rows that are there"), m_mode,
             tr("Replacing begins the ids at 1 again; a failure leaves the old rows"));
    connect(m_mode, &QComboBox::currentIndexChanged, this, &SeedForm::showMode);
    addCommon();
}

SeedForm::SeedForm(const SeederState &seeder, QWidget *parent)
    : QWidget(parent),
      m_layout(new FlowLayout(this)),
      m_mode(new QComboBox(this)),
      m_rows(new QSpinBox(this)),
      m_randomSeed(new QLineEdit(u"1"_s, this))
{
    setObjectName(u"seedForm"_s);
    m_layout->setSpacing(fontMetrics().height() / 2);
    m_mode->setObjectName(u"mode"_s);
    m_mode->addItem(tr("Replace them"), int(SeedRequest::Mode::Replace));
    m_mode->addItem(tr("Keep them and add"), int(SeedRequest::Mode::Append));
    m_mode->addItem(tr("Add what is missing"), int(SeedRequest::Mode::TopUp));
    addField(tr("Rows that are there"), m_mode,
             tr("Replacing begins the ids at 1 again; a failure leaves the old rows"));
    m_rows->setObjectName(u"rows"_s);
    m_rows->setRange(0, toInt(seeder.maxRows));
    m_rows->setValue(toInt(seeder.defaultRows));
    m_rows->setGroupSeparatorShown(true);
    m_rows->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_rows->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * rowsInEms);
    m_rowsLabel = addField(tr("New rows"), m_rows);
    connect(m_rows, &QSpinBox::valueChanged, this, &SeedForm::changed);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &SeedForm::showMode);
    addCommon();
    for (const SeedOption &option : seeder.options)
        addOption(option);
    if (seeder.fixtureRows > 0) {
        m_fixture = new QCheckBox(
            tr("Begin with the %n known row(s)", nullptr, pluralOf(seeder.fixtureRows)), this);
        m_fixture->setObjectName(u"fixture"_s);
        connect(m_fixture, &QCheckBox::toggled, this, &SeedForm::changed);
        addField(tr("Known rows"), m_fixture, tr("Rows that tests rely on"));
    }
}

void SeedForm::addCommon()
{
    m_randomSeed->setObjectName(u"randomSeed"_s);
    m_randomSeed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[0-9]{1,20}"_s), m_randomSeed));
    m_randomSeed->setFixedWidth(fontMetrics().horizontalAdvance(u'm') * seedInEms);
    addField(tr("Random seed"), m_randomSeed,
             tr("The same seed and number of rows give the same rows, everywhere"));
    connect(m_randomSeed, &QLineEdit::textChanged, this, &SeedForm::changed);
}

void SeedForm::addOption(const SeedOption &option)
{
    QWidget *field = option.kind == SeedOption::Kind::Choice  ? choiceField(option)
                   : option.kind == SeedOption::Kind::Integer ? numberField(option)
                                                              : textField(option);
    field->setObjectName(u"option_"_s + option.name);
    addField(option.title, field, option.description);
}

QWidget *SeedForm::choiceField(const SeedOption &option)
{
    auto *box = new QComboBox(this);
    for (const SeedChoice &choice : option.choices)
        box->addItem(choice.title, choice.value);
    box->setCurrentIndex(std::max(0, box->findData(option.initial)));
    m_fields << Field{option.name, option.initial, [box] { return box->currentData().toString(); }};
    connect(box, &QComboBox::currentIndexChanged, this, &SeedForm::changed);
    return box;
}

QWidget *SeedForm::numberField(const SeedOption &option)
{
    auto *box = new QSpinBox(this);
    box->setRange(toInt(option.minimum), toInt(option.maximum));
    box->setValue(toInt(option.initial.toLongLong()));
    m_fields << Field{option.name, option.initial, [box] { return QString::number(box->value()); }};
    connect(box, &QSpinBox::valueChanged, this, &SeedForm::changed);
    return box;
}

QWidget *SeedForm::textField(const SeedOption &option)
{
    auto *line = new QLineEdit(option.initial, this);
    line->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * textInEms);
    line->setCursorPosition(0);
    m_fields << Field{option.name, option.initial, [line] { return line->text(); }};
    connect(line, &QLineEdit::textChanged, this, &SeedForm::changed);
    return line;
}

QLabel *SeedForm::addField(const QString &title, QWidget *field, const QString &help)
{
    auto *pair = new QWidget(this);
    auto *label = new QLabel(title, pair);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    auto *column = new QVBoxLayout(pair);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(label);
    column->addWidget(field);
    field->setAccessibleName(title);
    if (!help.isEmpty()) {
        field->setToolTip(help);
        field->setAccessibleDescription(help);
    }
    // A wheel that scrolls the page must not change what it passes over.
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(this);
    m_layout->addWidget(pair);
    return label;
}

bool SeedForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || !field || field->hasFocus())
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

void SeedForm::showMode()
{
    if (m_rowsLabel) {
        const bool toppedUp = request().mode == SeedRequest::Mode::TopUp;
        m_rowsLabel->setText(toppedUp ? tr("Rows in the end") : tr("New rows"));
        m_rows->setAccessibleName(m_rowsLabel->text());
    }
    Q_EMIT changed();
}

SeedRequest SeedForm::request() const
{
    SeedRequest request;
    request.mode = SeedRequest::Mode(m_mode->currentData().toInt());
    request.randomSeed = m_randomSeed->text().toULongLong();
    if (m_rows)
        request.rows = m_rows->value();
    request.fixture = m_fixture && m_fixture->isChecked();
    for (const Field &field : m_fields) {
        if (const QString value = field.value(); value != field.initial)
            request.options.insert(field.name, value);
    }
    return request;
}

bool SeedForm::isComplete() const
{
    bool isNumber = false;
    m_randomSeed->text().toULongLong(&isNumber);
    return isNumber;
}

}  // namespace roster
