# SPDX-License-Identifier: GPL-3.0-or-later
# Install rules and CPack.
include(GNUInstallDirs)
install(TARGETS roster RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
