// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/argv.h"

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <langinfo.h>
#include <string_view>
#include <unistd.h>

namespace roster {

namespace {

/// The password's place in `scheme://user:password@…` or `password=…`; empty: there is none.
std::string_view passwordIn(std::string_view word)
{
    constexpr auto none = std::string_view::npos;
    if (const auto scheme = word.find("://"); scheme != none) {
        const auto start = scheme + 3;
        const auto end = word.find_first_of("/?", start);
        const auto at = word.substr(0, end).rfind('@');
        const auto colon = word.find(':', start);
        if (at != none && colon < at)
            return word.substr(colon + 1, at - colon - 1);
    }
    if (const auto key = word.find("password="); key != none)
        return word.substr(key + std::strlen("password="));
    return {};
}

}  // namespace

void hidePasswords(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view password = passwordIn(argv[i]);
        if (password.empty())
            continue;
        char *original = argv[i] + (password.data() - argv[i]);
        const size_t size = password.size();
        argv[i] = ::strdup(argv[i]);
        std::memset(original, '*', size);
    }
}

void fillClosedDescriptors()
{
    for (int descriptor = 0; descriptor <= 2; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) == -1)
            ::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
    }
}

void ensureUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        ::setenv("LC_ALL", "C.UTF-8", 1);
}

}  // namespace roster
