# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every target of the tree shares: the language, the warnings, the definitions and the include root.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

option(TAWASUL_WERROR "Treat warnings as errors" ON)
set(TAWASUL_SANITIZE "" CACHE STRING "Sanitizers for the whole tree, for example address,undefined")
set(TAWASUL_NPM_DIR "" CACHE PATH "node_modules with the pinned fonts and icons; empty: the fallbacks are compiled in")

add_library(tawasul_build INTERFACE)
target_include_directories(tawasul_build INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(tawasul_build INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wcast-qual -Wcast-align -Wduplicated-cond -Wlogical-op -Wuseless-cast
    -Wformat=2 -Wimplicit-fallthrough
    $<$<BOOL:${TAWASUL_WERROR}>:-Werror>)
target_compile_definitions(tawasul_build INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(TAWASUL_SANITIZE)
    # GCC's own page says that the sanitizers make this warning cry wolf; here it does, at a comparison of optionals.
    add_compile_options(-fsanitize=${TAWASUL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        -Wno-maybe-uninitialized)
    add_link_options(-fsanitize=${TAWASUL_SANITIZE})
endif()

# Link with lld where it is installed: the many small test programs link several times faster.
find_program(TAWASUL_LLD ld.lld)
if(TAWASUL_LLD)
    add_link_options(-fuse-ld=lld)
endif()

# One precompiled header for the whole tree: one for each target is 130 MB and four seconds a target, and fills the
# disk of a small machine. It needs a target of its own to belong to, and that needs a source, which is empty.
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp CONTENT "")
add_library(tawasul_precompiled STATIC ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
set_target_properties(tawasul_precompiled PROPERTIES AUTOMOC OFF)
target_link_libraries(tawasul_precompiled PRIVATE tawasul_build Qt6::Core)
target_precompile_headers(tawasul_precompiled PRIVATE ${PROJECT_SOURCE_DIR}/resources/cmake/pch.h)

# tawasul_room(NAME SOURCES … LINKS …): one static library, the unit in which the house is built. LINKS are the
# rooms and libraries it may see; tests/architecture holds the same list and refuses other includes.
function(tawasul_room NAME)
    cmake_parse_arguments(ROOM "NO_PCH" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${NAME} STATIC ${ROOM_SOURCES})
    target_link_libraries(${NAME} PUBLIC tawasul_build ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
    if(NOT ROOM_NO_PCH)
        target_precompile_headers(${NAME} REUSE_FROM tawasul_precompiled)
    endif()
    # Translations are extracted from all rooms at once; each room adds its files to one list.
    foreach(source ${ROOM_SOURCES})
        set_property(GLOBAL APPEND PROPERTY TAWASUL_SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/${source})
    endforeach()
endfunction()

# tawasul_test(NAME SOURCES … LINKS … [LABELS …] [ONE_LOCALE]): one QtTest program, run twice by CTest: under an Arabic
# and an English locale, with a clock zone far from UTC, so that nothing passes by luck of the machine. ONE_LOCALE: only
# under the Arabic one, for a long test of bytes, pixels or lines, which another test of its room runs under both.
function(tawasul_test NAME)
    cmake_parse_arguments(TEST "ONE_LOCALE" "TIMEOUT" "SOURCES;LINKS;LABELS;ENVIRONMENT" ${ARGN})
    string(REPLACE "." "_" target "tst_${NAME}")
    add_executable(${target} ${TEST_SOURCES})
    target_link_libraries(${target} PRIVATE tawasul_build Qt6::Test ${TEST_LINKS})
    target_precompile_headers(${target} REUSE_FROM tawasul_precompiled)
    string(REGEX REPLACE "\\..*" "" room ${NAME})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    set(locales ar_EG en_GB)
    if(TEST_ONE_LOCALE)
        set(locales ar_EG) # whose digits are the ones that strange code trips over
    endif()
    foreach(locale IN LISTS locales)
        add_test(NAME ${NAME}.${locale} COMMAND ${target})
        set_tests_properties(${NAME}.${locale} PROPERTIES
            LABELS "${room};${TEST_LABELS}" TIMEOUT ${TEST_TIMEOUT}
            ENVIRONMENT "LC_ALL=${locale}.UTF-8;LANG=${locale}.UTF-8;TZ=Pacific/Auckland;QT_QPA_PLATFORM=offscreen;${TEST_ENVIRONMENT}")
    endforeach()
endfunction()
