// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_FONTPREPARATION_H
#define ROSTER_APP_FONTPREPARATION_H

#include <QtGlobal>

#include <thread>

namespace roster {

/// Reads the computer's font configuration on a thread of its own, for the first line of a program
/// with a window: what takes longest before the first text can be drawn needs nothing of Qt.
class FontPreparation
{
public:
    FontPreparation();
    ~FontPreparation();
    Q_DISABLE_COPY_MOVE(FontPreparation)

    /// Returns when it is done, so that Qt does not begin the same once more.
    void wait();

private:
    std::thread m_thread;
};

}  // namespace roster

#endif
