# SPDX-License-Identifier: GPL-3.0-or-later
# Install rules and CPack: `cpack --config build-release/CPackConfig.cmake` makes a .deb.
include(GNUInstallDirs)

set(application_id "io.github.roster.Roster")
install(TARGETS roster RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# Where the program looks for it: ../lib/roster from its own folder, on every platform.
install(TARGETS roster_charts_plugin LIBRARY DESTINATION lib/roster)
install(FILES packaging/roster.desktop RENAME ${application_id}.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/roster.metainfo.xml RENAME ${application_id}.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/roster.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME roster)
set(CPACK_PACKAGE_VENDOR "The Roster authors")
set(CPACK_PACKAGE_CONTACT "The Roster authors <roster@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
"Roster browses and edits the players of a game in PostgreSQL, tables of
any size without a pause, and does the same work headless by sub-commands.

It comes with a private local server for development and connects to any
other PostgreSQL.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libpq5, libqt6sql6-psql, libqt6svg6, qt6-qpa-plugins")
# The private local database needs a server's programs; a remote database does not.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "postgresql-15, postgresql-client-15")
include(CPack)
