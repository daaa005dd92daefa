// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_RANDOMSOURCE_H
#define ROSTER_SEEDING_RANDOMSOURCE_H

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace roster {

/// Random numbers that are the same on every machine and in every build: whole numbers only, and
/// the generator written out, since the standard library leaves its distributions to the maker.
/// Each row draws from a stream of its own that depends on the seed and the row's number only, so
/// rows come out the same in whatever order or pieces they are made.
///
/// The generator is SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014; constants as in Vigna's https://prng.di.unimi.it/splitmix64.c.
class RandomSource
{
public:
    explicit constexpr RandomSource(quint64 seed) : m_state(seed) {}

    /// The stream of row `number`. Ask a source that nothing was drawn from.
    constexpr RandomSource row(qint64 number) const
    {
        return RandomSource(mixed(m_state + golden) ^ mixed(quint64(number) * rowStep + rowStart));
    }

    /// All 64 bits.
    constexpr quint64 next()
    {
        m_state += golden;
        return mixed(m_state);
    }

    /// 0 … bound − 1, each equally likely; `bound` from 1 to 2³².
    /// D. Lemire, "Fast random integer generation in an interval", 2019.
    constexpr qint64 below(qint64 bound)
    {
        const auto range = quint64(bound);
        quint64 product = (next() >> 32U) * range;
        if (quint32(product) < range) {
            const quint64 least = (quint64(1) << 32U) % range;
            while (quint32(product) < least)
                product = (next() >> 32U) * range;
        }
        return qint64(product >> 32U);
    }

    constexpr bool chance(qint64 part, qint64 of) { return below(of) < part; }

    template <class T, std::size_t Size>
    constexpr const T &oneOf(const std::array<T, Size> &choices)
    {
        return choices[std::size_t(below(qint64(Size)))];
    }

private:
    static constexpr quint64 golden = 0x9E3779B97F4A7C15U;
    static constexpr quint64 rowStep = 0xD1342543DE82EF95U;  // odd: no two rows meet
    static constexpr quint64 rowStart = 0x2545F4914F6CDD1DU;

    static constexpr quint64 mixed(quint64 z)
    {
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    quint64 m_state;
};

}  // namespace roster

#endif
