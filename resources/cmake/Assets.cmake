# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fonts and icons are dependencies, not our files: the pinned npm packages of resources/package.json are unpacked
# into TAWASUL_NPM_DIR, and only the files that resources/icons/icons.txt and the list below name are compiled in.
# Without the packages the program still builds, with our own simple drawings and the system's Noto fonts.

set(TAWASUL_NPM_DIR "" CACHE PATH "The node_modules directory with @ibm/plex-sans-arabic and @tabler/icons")
set(TAWASUL_ASSETS_DIR ${PROJECT_BINARY_DIR}/assets)
# The weights of the type scale (ui/theme/typography.h). WOFF unpacks in less than half the time of WOFF2, at every start.
set(TAWASUL_FONT_WEIGHTS Regular Medium SemiBold)

# Copies SOURCE to the staging folder as the resource path AS, and notes it in the caller's `files`.
macro(_tawasul_stage SOURCE AS)
    configure_file(${SOURCE} ${TAWASUL_ASSETS_DIR}/${AS} COPYONLY)
    list(APPEND files ${TAWASUL_ASSETS_DIR}/${AS})
endmacro()

# tawasul_add_assets(TARGET): the resources under :/tawasul, and the generated header ui/theme/icon.h.
function(tawasul_add_assets TARGET)
    set(root ${PROJECT_SOURCE_DIR}/resources)
    set(files)
    set(tabler ${TAWASUL_NPM_DIR}/@tabler/icons)
    set(plex ${TAWASUL_NPM_DIR}/@ibm/plex-sans-arabic)

    if(TAWASUL_NPM_DIR AND EXISTS ${plex})
        foreach(weight ${TAWASUL_FONT_WEIGHTS})
            _tawasul_stage(${plex}/fonts/complete/woff/IBMPlexSansArabic-${weight}.woff fonts/plex-${weight}.woff)
        endforeach()
        _tawasul_stage(${plex}/LICENSE.txt licences/plex.txt)
    else()
        message(STATUS "Tawasul: no IBM Plex Sans Arabic in TAWASUL_NPM_DIR; the system's Noto fonts are used")
    endif()

    set(own_icons TRUE)
    if(TAWASUL_NPM_DIR AND EXISTS ${tabler})
        set(own_icons FALSE)
        _tawasul_stage(${tabler}/LICENSE licences/tabler.txt)
    else()
        message(STATUS "Tawasul: no Tabler icons in TAWASUL_NPM_DIR; our reduced set is used")
    endif()

    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${root}/icons/icons.txt)
    file(STRINGS ${root}/icons/icons.txt rows REGEX "^[a-z]")
    set(ICON_NAMES)
    set(ICON_ROWS)
    foreach(row ${rows})
        separate_arguments(row UNIX_COMMAND "${row}")
        list(GET row 0 name)
        list(GET row 1 direction)
        list(GET row 2 fallback)
        if(own_icons)
            set(source ${root}/icons/fallback/${fallback}.svg)
        elseif(name MATCHES "^(.*)-filled$")
            set(source ${tabler}/icons/filled/${CMAKE_MATCH_1}.svg)
        else()
            set(source ${tabler}/icons/outline/${name}.svg)
        endif()
        _tawasul_stage(${source} icons/${name}.svg)
        _tawasul_camel(${name} enumerator)
        if(direction STREQUAL "mirror")
            set(mirrored true)
        else()
            set(mirrored false)
        endif()
        string(APPEND ICON_NAMES "    ${enumerator},\n")
        string(APPEND ICON_ROWS "    {\"${name}\", ${mirrored}},\n")
    endforeach()
    _tawasul_stage(${root}/icons/brand.svg icons/brand.svg)
    _tawasul_stage(${root}/style/tawasul.qss style/tawasul.qss)

    configure_file(${root}/icons/icon.h.in ${PROJECT_BINARY_DIR}/generated/ui/theme/icon.h @ONLY)
    target_include_directories(${TARGET} PUBLIC ${PROJECT_BINARY_DIR}/generated)
    qt_add_resources(${TARGET} tawasul_assets PREFIX /tawasul BASE ${TAWASUL_ASSETS_DIR} FILES ${files})
endfunction()

# alert-circle to AlertCircle
function(_tawasul_camel NAME OUT)
    string(REPLACE "-" ";" words ${NAME})
    set(camel)
    foreach(word ${words})
        string(SUBSTRING ${word} 0 1 first)
        string(SUBSTRING ${word} 1 -1 rest)
        string(TOUPPER ${first} first)
        string(APPEND camel ${first}${rest})
    endforeach()
    set(${OUT} ${camel} PARENT_SCOPE)
endfunction()
