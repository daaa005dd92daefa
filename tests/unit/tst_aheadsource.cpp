// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/aheadsource.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr qsizetype pieceBytes = 100'000;

/// So many bytes, each piece another letter; then the end, or an error.
class Letters : public ByteSource
{
public:
    Letters(qint64 bytes, bool fails, std::atomic<qint64> *given)
        : m_left(bytes), m_fails(fails), m_given(given)
    {
    }
    Result<qsizetype> read(std::span<char> buffer) override
    {
        const qint64 count = std::min({qint64(buffer.size()), m_left, qint64(pieceBytes)});
        if (count == 0 && m_fails)
            return fail(Error::Kind::InvalidInput, u"torn"_s);
        std::fill_n(buffer.data(), count, char('a' + m_pieces++ % 26));
        m_left -= count;
        *m_given += count;
        return count;
    }
    qint64 consumed() const override { return *m_given; }
    qint64 total() const override { return 7; }
    QStringList warnings() const override { return {u"odd"_s}; }

private:
    qint64 m_left;
    bool m_fails;
    std::atomic<qint64> *m_given;
    int m_pieces = 0;
};

class TestAheadSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAllInItsOrder();
    void givesTheErrorBehindWhatIsWhole();
    void readsNotTooFarAhead();
};

void TestAheadSource::givesAllInItsOrder()
{
    std::atomic<qint64> given = 0;
    constexpr qint64 bytes = 40 * pieceBytes + 17;
    AheadSource source(std::make_unique<Letters>(bytes, false, &given));
    QByteArray all;
    QByteArray buffer(64 * 1000, Qt::Uninitialized);
    while (true) {
        const auto got = source.read(std::span(buffer.data(), std::size_t(buffer.size())));
        QVERIFY(got);
        if (*got == 0)
            break;
        all += buffer.first(*got);
        QVERIFY(source.consumed() >= all.size());
    }
    QCOMPARE(all.size(), bytes);
    QByteArray expected;
    for (int piece = 0; expected.size() < bytes; ++piece)
        expected += QByteArray(std::min(pieceBytes, qsizetype(bytes) - expected.size()),
                               char('a' + piece % 26));
    QVERIFY(all == expected);
    QCOMPARE(source.consumed(), bytes);
    QCOMPARE(source.total(), 7);
    QCOMPARE(source.warnings(), QStringList{u"odd"_s});
    QCOMPARE(*source.read(std::span(buffer.data(), 1)), 0);
}

void TestAheadSource::givesTheErrorBehindWhatIsWhole()
{
    std::atomic<qint64> given = 0;
    AheadSource source(std::make_unique<Letters>(3 * pieceBytes, true, &given));
    qint64 bytes = 0;
    QByteArray buffer(pieceBytes, Qt::Uninitialized);
    auto got = source.read(std::span(buffer.data(), std::size_t(buffer.size())));
    for (; got && *got > 0; got = source.read(std::span(buffer.data(), std::size_t(buffer.size()))))
        bytes += *got;
    QCOMPARE(bytes, 3 * pieceBytes);
    QVERIFY(!got);
    QCOMPARE(got.error().message, u"torn"_s);
    QVERIFY(!source.read(std::span(buffer.data(), 1)));
}

void TestAheadSource::readsNotTooFarAhead()
{
    std::atomic<qint64> given = 0;
    {
        AheadSource source(
            std::make_unique<Letters>(std::numeric_limits<qint64>::max(), false, &given));
        char one = 0;
        QCOMPARE(*source.read(std::span(&one, 1)), 1);
        QTRY_VERIFY(given > pieceBytes);
    }
    // It let go although nobody read on.
    QVERIFY(given <= 20 * pieceBytes);
}

}  // namespace

QTEST_GUILESS_MAIN(TestAheadSource)
#include "tst_aheadsource.moc"
