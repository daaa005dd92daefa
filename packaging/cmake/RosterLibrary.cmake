# SPDX-License-Identifier: GPL-3.0-or-later

# roster_library(name [EXCLUDE regex] DEPENDS target...): a static library of every source in this
# folder.
function(roster_library name)
    cmake_parse_arguments(arg "" "EXCLUDE" "DEPENDS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h *.ui)
    if(arg_EXCLUDE)
        list(FILTER sources EXCLUDE REGEX "${arg_EXCLUDE}")
    endif()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC roster_options ${arg_DEPENDS})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()

# roster_objects(name DEPENDS target...): the same as objects, for files that register themselves
# (a linker leaves such files out of a static library).
function(roster_objects name)
    cmake_parse_arguments(arg "" "" "DEPENDS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
    add_library(${name} OBJECT ${sources})
    target_link_libraries(${name} PUBLIC roster_options ${arg_DEPENDS})
endfunction()
