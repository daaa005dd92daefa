// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartcategories.h"

#include "models/charts/chartstatements.h"

#include <QCollator>
#include <QCoreApplication>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartCategories)
};

constexpr int mostLetters = 60;
constexpr int mostValues = 40;

bool hasControls(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator;
    });
}

/// What has no shape of its own is named by its number.
QString visible(const QString &letter)
{
    const char32_t code = letter.toUcs4().value(0);
    const bool isSeen = QChar::isPrint(code) && !QChar::isSpace(code);
    if (code == U' ')
        return Text::tr("(blank)");
    return isSeen ? letter : u"U+"_s + QString::number(code, 16).toUpper().rightJustified(4, u'0');
}

/// A filter `x*`, where nothing in the language gives `x` another meaning.
QString prefixFilter(const QString &letter)
{
    const char32_t code = letter.toUcs4().value(0);
    static const QString meaning = u"<>=!|\"*"_s;
    if (QChar::isSpace(code) || !QChar::isPrint(code) || meaning.contains(letter))
        return {};
    return letter + u'*';
}

ChartData empty()
{
    ChartData chart;
    chart.y.title = Text::tr("rows");
    return chart;
}

void addNull(ChartData &chart, qint64 rows)
{
    if (rows > 0)
        chart.apart << ChartBin{u"NULL"_s, u"null"_s, rows, {}, {}, {}};
}

void addOthers(ChartData &chart, const QString &label, qint64 rows)
{
    if (rows > 0)
        chart.apart << ChartBin{label, {}, rows, {}, {}, {}};
}

void fillTicks(ChartData &chart, const QString &title)
{
    chart.x.title = title;
    for (const ChartBin &bin : std::as_const(chart.bins))
        chart.x.ticks << bin.label;
}

/// Small and capital letters together.
struct Letter
{
    QString shown;
    QStringList forms;
    qint64 rows = 0;
};

ChartBin binOf(const ColumnSchema &column, const Letter &letter)
{
    ChartBin bin{visible(letter.shown), {}, letter.rows, {}, {}, {}};
    QStringList filters;
    QStringList constants;
    for (const QString &form : letter.forms) {
        filters << prefixFilter(form);
        constants << literal(form);
    }
    if (!filters.contains(QString()))
        bin.filter = filters.join(u'|');
    if (!hasControls(constants.join(QString()))) {
        bin.condition = u"left(%1, 1) COLLATE \"C\" IN (%2)"_s.arg(quoted(column.name),
                                                                   constants.join(u", "_s));
    }
    return bin;
}

ChartData byLetter(const ColumnSchema &column, const ChartCounts &counts)
{
    QMap<QString, Letter> letters;
    qint64 nulls = 0;
    qint64 blank = 0;
    qint64 listed = 0;
    for (const ChartCounts::Value &value : counts.values) {
        listed += value.rows;
        if (!value.text)
            nulls += value.rows;
        else if (value.text->isEmpty())
            blank += value.rows;
        else {
            const QString capital = value.text->toUpper();
            Letter &letter = letters[capital.size() <= 2 ? capital : *value.text];
            letter.shown = letter.forms.isEmpty() ? capital : letter.shown;
            letter.forms << *value.text;
            letter.rows += value.rows;
        }
    }
    QList<Letter> most = letters.values();
    std::stable_sort(most.begin(), most.end(),
                     [](const Letter &a, const Letter &b) { return a.rows > b.rows; });
    qint64 others = counts.total - listed;
    const qsizetype left = std::max<qsizetype>(most.size() - mostLetters, 0);
    while (most.size() > mostLetters)
        others += most.takeLast().rows;
    QCollator collator;
    std::sort(most.begin(), most.end(), [&collator](const Letter &a, const Letter &b) {
        const int order = collator.compare(a.shown, b.shown);
        return order != 0 ? order < 0 : a.shown < b.shown;
    });
    ChartData chart = empty();
    for (const Letter &letter : std::as_const(most))
        chart.bins << binOf(column, letter);
    fillTicks(chart, Text::tr("first letter of %1").arg(column.name));
    addOthers(chart, Text::tr("others"), others);
    if (blank > 0) {
        chart.apart << ChartBin{
            Text::tr("(empty)"), u"=\"\""_s, blank, {}, {}, quoted(column.name) + u" = ''"_s};
    }
    addNull(chart, nulls);
    if (left > 0) {
        chart.notes << Text::tr("%n rarer letter(s) are counted together as others.", nullptr,
                                int(left));
    }
    return chart;
}

ChartData byValue(const ColumnSchema &column, const ChartRequest &request,
                  const ChartCounts &counts)
{
    ChartData chart = empty();
    const qsizetype most = request.bins > 0 ? request.bins : mostValues;
    qint64 nulls = 0;
    qint64 listed = 0;
    qint64 different = 0;
    for (const ChartCounts::Value &value : counts.values) {
        if (!value.text) {
            nulls += value.rows;
            listed += value.rows;
            ++different;
            continue;
        }
        if (chart.bins.size() >= most)
            continue;
        const bool isCut = value.text->size() > ChartStatements::cutAt;
        ChartBin bin{
            value.text->isEmpty() ? Text::tr("(empty)") : *value.text, {}, value.rows, {}, {}, {}};
        if (isCut)
            bin.label = value.text->left(ChartStatements::cutAt) + u'…';
        else
            bin.filter = exactFilter(*value.text);
        chart.bins << bin;
        listed += value.rows;
        ++different;
    }
    fillTicks(chart, column.name);
    if (counts.total > listed) {
        addOthers(chart, Text::tr("others"), counts.total - listed);
        chart.notes << Text::tr("The most frequent values; %n other(s) are counted together.",
                                nullptr,
                                int(std::min<qint64>(counts.distinct - different, 2'000'000'000)));
    }
    addNull(chart, nulls);
    return chart;
}

/// All labels in their own order, also those that no row has.
ChartData byLabel(const ColumnSchema &column, const QStringList &labels, const ChartCounts &counts)
{
    QMap<QString, qint64> rows;
    qint64 nulls = 0;
    for (const ChartCounts::Value &value : counts.values) {
        if (value.text)
            rows[*value.text] += value.rows;
        else
            nulls += value.rows;
    }
    ChartData chart = empty();
    for (const QString &label : labels)
        chart.bins << ChartBin{label, exactFilter(label), rows.take(label), {}, {}, {}};
    qint64 others = 0;
    for (const qint64 count : std::as_const(rows))
        others += count;
    fillTicks(chart, column.name);
    addOthers(chart, Text::tr("others"), others);
    addNull(chart, nulls);
    return chart;
}

}  // namespace

QString exactFilter(const QString &value)
{
    if (hasControls(value))
        return {};
    QString doubled = value;
    return u"=\""_s + doubled.replace(u'"', u"\"\""_s) + u'"';
}

ChartData categories(const ColumnSchema &column, const ChartRequest &request,
                     const ChartCounts &counts)
{
    if (column.kind == TypeKind::Boolean) {
        ChartData chart = byLabel(column, {u"false"_s, u"true"_s}, counts);
        for (ChartBin &bin : chart.bins)
            bin.filter = bin.label;
        return chart;
    }
    if (column.kind == TypeKind::Enum && column.enumLabels.size() <= mostLetters)
        return byLabel(column, column.enumLabels, counts);
    if (column.kind == TypeKind::Text && request.textBy == ChartRequest::TextBy::FirstLetter)
        return byLetter(column, counts);
    return byValue(column, request, counts);
}

}  // namespace roster
