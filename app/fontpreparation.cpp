// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fontpreparation.h"

#include <dlfcn.h>

namespace roster {

FontPreparation::FontPreparation()
{
    // Qt brings fontconfig along; its FcInit() may be called on any thread and does its work once.
    using Init = int (*)();
    if (const auto init = reinterpret_cast<Init>(dlsym(RTLD_DEFAULT, "FcInit")))
        m_thread = std::thread([init] { init(); });
}

FontPreparation::~FontPreparation()
{
    wait();
}

void FontPreparation::wait()
{
    if (m_thread.joinable())
        m_thread.join();
}

}  // namespace roster
