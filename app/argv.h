// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_ARGV_H
#define ROSTER_APP_ARGV_H

namespace roster {

/// Takes passwords in connection URLs out of what `ps` shows; `argv` points to whole copies
/// afterwards. Others may have seen them for a moment: help names ~/.pgpass.
void hidePasswords(int argc, char **argv);

/// A program started with standard input, output or error closed gets /dev/null there, opened so
/// that using it fails: else the next file or socket would take the number and be written into.
void fillClosedDescriptors();

/// Where the locale's encoding is not UTF-8 (cron, LC_ALL=C), sets C.UTF-8, as Qt would with a
/// warning at each start.
void ensureUtf8();

}  // namespace roster

#endif
