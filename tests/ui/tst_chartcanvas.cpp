// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartplugin.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

ChartData levels()
{
    ChartData chart;
    chart.title = u"level of players"_s;
    chart.x = {u"level"_s, {}, true, 0};
    chart.y.title = u"rows"_s;
    for (int i = 0; i < 20; ++i) {
        chart.x.ticks << QString::number(i * 5);
        const QString range = u"%1..%2"_s.arg(i * 5).arg(i * 5 + 4);
        chart.bins << ChartBin{range, range, qint64(1000) * (20 - i)};
        chart.total += chart.bins.last().count;
    }
    chart.x.ticks << u"100"_s;
    chart.apart << ChartBin{u"NULL"_s, u"null"_s, 700000};
    return chart;
}

ChartData density()
{
    ChartData chart = levels();
    chart.kind = ChartData::Kind::Density;
    chart.apart.clear();
    chart.y = {u"total_exp"_s, {}, true, 0};
    for (int i = 0; i < 10; ++i) {
        chart.y.ticks << QString::number(i);
        chart.rows << ChartBin{QString::number(i), {}, 0};
    }
    chart.y.ticks << u"10"_s;
    for (int row = 0; row < 10; ++row) {
        for (int column = 0; column < 20; ++column)
            chart.cells << (column / 2 >= row ? qint64(1) << (column / 2) : 0);
    }
    return chart;
}

qsizetype coloursIn(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

}  // namespace

class ChartCanvasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.setAppearance(Theme::Appearance::Light); }

    void cleanup()
    {
        m_theme.setAppearance(Theme::Appearance::Light);
        m_bins = m_rows = {};
        m_count = 0;
    }

    void aMissingPluginIsNamed()
    {
        QTemporaryDir empty;
        QWidget parent;
        const auto canvas = makeChartCanvas(&parent, {empty.path()});
        QVERIFY(!canvas);
        QCOMPARE(canvas.error().kind, Error::Kind::NotFound);
        QVERIFY(canvas.error().message.contains("roster_charts.so"_L1));
        QVERIFY(!canvas.error().hint.isEmpty());
    }

    void aFileThatIsNoPluginIsRefused()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"roster_charts.so"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no library");
        file.close();
        QWidget parent;
        const auto canvas = makeChartCanvas(&parent, {folder.path()});
        QVERIFY(!canvas);
        QCOMPARE(canvas.error().kind, Error::Kind::System);
        QVERIFY(!canvas.error().detail.isEmpty());
    }

    void rendersWithoutBeingShown_data()
    {
        QTest::addColumn<ChartData>("chart");
        QTest::addColumn<bool>("dark");
        QTest::newRow("bars, light") << levels() << false;
        QTest::newRow("bars, dark") << levels() << true;
        QTest::newRow("density, light") << density() << false;
        QTest::newRow("density, dark") << density() << true;
    }

    void rendersWithoutBeingShown()
    {
        QFETCH(const ChartData, chart);
        QFETCH(const bool, dark);
        m_theme.setAppearance(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        QWidget parent;
        ChartCanvas *canvas = makeChartCanvas(&parent).value();
        canvas->setData(chart);
        QImage image(800, 500, QImage::Format_RGB32);
        QPainter painter(&image);
        canvas->render(painter, QRectF(0, 0, 800, 500));
        painter.end();
        QCOMPARE(Theme::isDark(), dark);
        QCOMPARE(qGray(image.pixel(2, 2)) < 128, dark);
        // Letters by themselves bring dozens of shades: bars one more, which no letter has.
        QVERIFY2(coloursIn(image) > 20, qPrintable(QString::number(coloursIn(image))));
        keep(image);
    }

    void clickAndDragChooseBars()
    {
        QWidget window;
        ChartCanvas *canvas = shown(window, levels());
        // The plot's edges are not known here: bars are found by what a click says.
        const int middle = canvas->height() / 2;
        click(canvas, {canvas->width() / 3, middle});
        QCOMPARE(m_count, 1);
        QVERIFY(m_bins.first > 0 && m_bins.first < 10);
        QCOMPARE(m_bins.last, m_bins.first);
        QVERIFY(m_rows.isEmpty());
        const int one = m_bins.first;

        QTest::mousePress(canvas, Qt::LeftButton, {}, {canvas->width() / 3, middle});
        QTest::mouseMove(canvas, {canvas->width() / 2, middle});
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, {canvas->width() / 2, middle});
        QCOMPARE(m_count, 2);
        QCOMPARE(m_bins.first, one);
        QVERIFY(m_bins.last > one);

        // Beyond the scale: NULL alone.
        click(canvas, {canvas->width() - 30, middle});
        QCOMPARE(m_bins, (ChartRange{20, 20}));
    }

    void keysChooseBars()
    {
        QWidget window;
        ChartCanvas *canvas = shown(window, levels());
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Right);
        QTest::keyClick(canvas, Qt::Key_Right);
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_count, 0);
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(m_bins, (ChartRange{1, 3}));
        QTest::keyClick(canvas, Qt::Key_End);
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(m_bins, (ChartRange{20, 20}));
    }

    void aRectangleChoosesOfADensity()
    {
        QWidget window;
        ChartCanvas *canvas = shown(window, density());
        const QPoint from(canvas->width() / 3, canvas->height() / 3);
        const QPoint to(canvas->width() / 2, canvas->height() / 2);
        QTest::mousePress(canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas, to);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
        QVERIFY(m_bins.first < m_bins.last);
        QVERIFY(m_rows.first < m_rows.last);
    }

    void aSmallChartNamesTwoOfItsTimes()
    {
        ChartData chart = levels();
        chart.apart.clear();
        chart.x.ticks.clear();
        chart.x.ticksAtEdges = false;
        for (int i = 0; i < chart.bins.size(); ++i)
            chart.x.ticks << u"20%1-01-01"_s.arg(i + 10);
        chart.x.strides = {1, 20};
        QWidget window;
        const QList<int> shades = belowThePlot(window, chart);
        int labels = 0;
        qsizetype blank = shades.size();
        for (qsizetype x = 0; x < shades.size(); ++x) {
            const bool isText = shades.at(x) < 128;
            labels += isText && blank > 12 ? 1 : 0;
            blank = isText ? 0 : blank + 1;
        }
        QCOMPARE(labels, 2);
    }

    void aSmallChartHasRoomForItsLastLabel()
    {
        ChartData chart = levels();
        chart.apart = {ChartBin{u"others"_s, {}, 9000}};
        QWidget window;
        const QList<int> shades = belowThePlot(window, chart);
        QVERIFY(*std::min_element(shades.cend() - 20, shades.cend()) < 128);  // it is there
        QVERIFY(*std::min_element(shades.cend() - 2, shades.cend()) > 200);   // and ends there
    }

    void nothingButNullsReachesAsHighAsTheyCount()
    {
        ChartData chart = levels();
        chart.bins.clear();
        chart.x.ticks.clear();
        chart.apart = {ChartBin{u"NULL"_s, u"null"_s, 7000}};
        QWidget window;
        const QImage image = shown(window, chart)->grab().toImage();
        // The axis ends at 8,000: between the title and the bar is ground, so it is not cut off.
        const int x = image.width() * 6 / 10;
        int y = image.height() / 8;
        const int begin = y;
        while (y < image.height() && qGray(image.pixel(x, y)) > 190)
            ++y;
        QVERIFY(y < image.height() / 2);
        QVERIFY2(y - begin > 8, qPrintable(QString::number(y)));
    }

    void followsThePalette()
    {
        QWidget window;
        ChartCanvas *canvas = shown(window, levels());
        QVERIFY(qGray(canvas->grab().toImage().pixel(3, 3)) > 128);
        m_theme.setAppearance(Theme::Appearance::Dark);
        QTRY_VERIFY(qGray(canvas->grab().toImage().pixel(3, 3)) < 128);
    }

private:
    ChartCanvas *shown(QWidget &window, const ChartData &chart)
    {
        ChartCanvas *canvas = makeChartCanvas(&window).value();
        window.resize(700, 420);
        canvas->setGeometry(window.rect());
        canvas->brushed = [this](ChartRange bins, ChartRange rows) {
            m_bins = bins;
            m_rows = rows;
            ++m_count;
        };
        canvas->setData(chart);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qWarning("The window was not shown.");
        keep(canvas->grab().toImage());
        return canvas;
    }

    /// The darkest pixel of each column where the labels of a small chart stand.
    QList<int> belowThePlot(QWidget &window, const ChartData &chart)
    {
        ChartCanvas *canvas = makeChartCanvas(&window).value();
        canvas->setCompact(true);
        window.resize(230, 126);
        canvas->setGeometry(window.rect());
        canvas->setData(chart);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qWarning("The window was not shown.");
        const QImage image = canvas->grab().toImage();
        keep(image);
        QList<int> shades;
        for (int x = 0; x < image.width(); ++x) {
            int darkest = 255;
            for (int y = image.height() - 14; y < image.height() - 2; ++y)
                darkest = std::min(darkest, qGray(image.pixel(x, y)));
            shades << darkest;
        }
        return shades;
    }

    static void click(QWidget *widget, QPoint at)
    {
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
    }

    /// For a look at it: ROSTER_SCREENSHOTS names a folder.
    static void keep(const QImage &image)
    {
        const QString folder = qEnvironmentVariable("ROSTER_SCREENSHOTS");
        if (!folder.isEmpty()) {
            const QString tag = QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'_');
            image.save(folder + u'/' + QString::fromUtf8(QTest::currentTestFunction()) + tag
                       + u".png"_s);
        }
    }

    Theme m_theme;
    ChartRange m_bins;
    ChartRange m_rows;
    int m_count = 0;
};

QTEST_MAIN(ChartCanvasTest)
#include "tst_chartcanvas.moc"
