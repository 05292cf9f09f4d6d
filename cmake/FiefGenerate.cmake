# fief_generate: the tables of a spec, proved and generated while a target is built.
#
#   fief_generate(TARGET kernel SPEC aegis.fief
#                 [SET page=1024 ...]       other table sizes than the spec's; the proof does not depend on them
#                 [OUTPUT_DIRECTORY dir]    where the headers go; without it a directory of TARGET's own in the build tree
#                 [ABI aegis.abi.json]      the lock file of the calls' numbers, in the source tree: under version control, that is
#                 [BOOT]                    compile NAME_boot.cpp into TARGET: the state at boot as data
#                 [WITHOUT_PROOF]           do not prove; the headers say so
#                 [OPTIONS option ...])     more options of `fief gen`
#
# TARGET is an executable or a library, INTERFACE libraries included. OUTPUT_DIRECTORY is added to its include path, and to that of whatever
# links to a library: `#include "aegis.hpp"`, for the spec that says `system aegis`. When a proof fails the build fails, and shows why.
#
# Everything is done again when the spec, a file that it imports, a CSV file that it reads, or fief itself changes. Headers that come out as
# they were keep their time, so nothing is compiled for it. Several specs may be generated for one target.
#
# Paths are relative to the current source directory, OUTPUT_DIRECTORY to the current binary directory.

cmake_policy(PUSH)
cmake_policy(VERSION 3.20)  # from then on DEPFILE is for Make as well as for Ninja

# What `fief gen` writes for a system of this name, of what is compiled.
function(_fief_files system out)
    set(${out} ${system}.hpp ${system}_check.hpp ${system}_trail.hpp ${system}_dispatch.hpp PARENT_SCOPE)
endfunction()

function(fief_generate)
    cmake_parse_arguments(PARSE_ARGV 0 arg "BOOT;WITHOUT_PROOF" "TARGET;SPEC;OUTPUT_DIRECTORY;ABI" "SET;OPTIONS")
    foreach(needed TARGET SPEC)
        if(NOT arg_${needed})
            message(FATAL_ERROR "fief_generate: ${needed} is missing")
        endif()
    endforeach()
    if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
        message(FATAL_ERROR "fief_generate: what is this: ${arg_UNPARSED_ARGUMENTS} ${arg_KEYWORDS_MISSING_VALUES}")
    endif()
    if(NOT TARGET ${arg_TARGET})
        message(FATAL_ERROR "fief_generate: there is no target ${arg_TARGET}")
    endif()

    # The name of the system is that of the headers; a spec that changes it has to be looked at again.
    get_filename_component(spec "${arg_SPEC}" ABSOLUTE)
    if(NOT EXISTS "${spec}")
        message(FATAL_ERROR "fief_generate: there is no spec ${spec}")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${spec}")
    file(STRINGS "${spec}" line REGEX "^[ \t]*system[ \t]+[A-Za-z]" LIMIT_COUNT 1)
    if(NOT line MATCHES "^[ \t]*system[ \t]+([A-Za-z0-9_]+)")
        message(FATAL_ERROR "fief_generate: no line of ${spec} says `system NAME`")
    endif()
    set(system ${CMAKE_MATCH_1})

    if(NOT arg_OUTPUT_DIRECTORY)
        set(arg_OUTPUT_DIRECTORY fief/${arg_TARGET})
    endif()
    get_filename_component(directory "${arg_OUTPUT_DIRECTORY}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
    _fief_files(${system} headers)
    if(arg_BOOT)
        list(APPEND headers ${system}_boot.hpp ${system}_boot.cpp)
    endif()
    list(TRANSFORM headers PREPEND "${directory}/")

    set(how "Proving and generating")
    set(options ${arg_OPTIONS})
    if(arg_WITHOUT_PROOF)
        list(PREPEND options --without-proof)
        set(how "Generating, without proof,")
    endif()
    if(arg_ABI)
        get_filename_component(abi "${arg_ABI}" ABSOLUTE)
        list(APPEND options --abi "${abi}")
    endif()
    foreach(size IN LISTS arg_SET)
        list(APPEND options --set ${size})
    endforeach()

    # The stamp is what is out of date or not: the headers may be older than what they are made from.
    set(stamp "${directory}/${system}.stamp")
    add_custom_command(
        OUTPUT "${stamp}"
        BYPRODUCTS ${headers}
        COMMAND Fief::fief gen ${options} --depfile "${directory}/${system}.d" --stamp "${stamp}" -o "${directory}" "${spec}"
        DEPENDS Fief::fief "${spec}"
        DEPFILE "${directory}/${system}.d"
        COMMENT "${how} ${system}"
        VERBATIM)
    add_custom_target(${arg_TARGET}_${system}_fief DEPENDS "${stamp}")
    add_dependencies(${arg_TARGET} ${arg_TARGET}_${system}_fief)
    if(arg_BOOT)  # the bytes of a large one are a file of their own, which compilers do not tell of
        target_sources(${arg_TARGET} PRIVATE "${directory}/${system}_boot.cpp")
        set_source_files_properties("${directory}/${system}_boot.cpp" PROPERTIES OBJECT_DEPENDS "${stamp}")
    endif()

    get_target_property(type ${arg_TARGET} TYPE)
    if(type STREQUAL INTERFACE_LIBRARY)
        set(scope INTERFACE)
    elseif(type STREQUAL EXECUTABLE)
        set(scope PRIVATE)
    else()
        set(scope PUBLIC)
    endif()
    target_include_directories(${arg_TARGET} ${scope} "$<BUILD_INTERFACE:${directory}>")
endfunction()

cmake_policy(POP)
