package generate

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/version"
)

// cmakeHead finds the library from where its own file is, so that it works below a
// sysroot, too. Make install replaces what stands between @.
const cmakeHead = `# libwildebeest %s: find_package(libwildebeest CONFIG COMPONENTS argp) gives the target
# libwildebeest::argp; libwildebeest::libwildebeest is every module.
set(_wildebeest_place "@libdir@/cmake/libwildebeest")
string(LENGTH "${CMAKE_CURRENT_LIST_DIR}" _wildebeest_root)
string(LENGTH "${_wildebeest_place}" _wildebeest_length)
math(EXPR _wildebeest_root "${_wildebeest_root} - ${_wildebeest_length}")
if(_wildebeest_root LESS 0)
  set(_wildebeest_root 0)
endif()
string(SUBSTRING "${CMAKE_CURRENT_LIST_DIR}" 0 ${_wildebeest_root} _wildebeest_root)
if(NOT EXISTS "${_wildebeest_root}@libdir@/libwildebeest.a" OR NOT EXISTS "${_wildebeest_root}@includedir@")
  set(libwildebeest_FOUND FALSE)
  set(libwildebeest_NOT_FOUND_MESSAGE "libwildebeest was installed for @libdir@ and @includedir@, and is moved to ${CMAKE_CURRENT_LIST_DIR}: install it again there")
  return()
endif()

if(NOT TARGET libwildebeest::archive)
  add_library(libwildebeest::archive STATIC IMPORTED)
  set_target_properties(libwildebeest::archive PROPERTIES IMPORTED_LOCATION "${_wildebeest_root}@libdir@/libwildebeest.a")
endif()

# The module's headers come first, and the headers of what it requires with them.
function(_wildebeest_module name links)
  if(NOT TARGET libwildebeest::${name})
    add_library(libwildebeest::${name} INTERFACE IMPORTED)
    set_target_properties(libwildebeest::${name} PROPERTIES INTERFACE_LINK_LIBRARIES "${links}")
    if(EXISTS "${_wildebeest_root}@includedir@/${name}")
      set_target_properties(libwildebeest::${name} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${_wildebeest_root}@includedir@/${name}")
    endif()
  endif()
endfunction()

`

const cmakeTail = `
set(libwildebeest_FOUND TRUE)
foreach(_wildebeest_component IN LISTS libwildebeest_FIND_COMPONENTS)
  if(TARGET libwildebeest::${_wildebeest_component})
    set(libwildebeest_${_wildebeest_component}_FOUND TRUE)
  elseif(libwildebeest_FIND_REQUIRED_${_wildebeest_component})
    set(libwildebeest_FOUND FALSE)
    set(libwildebeest_NOT_FOUND_MESSAGE "libwildebeest has no module ${_wildebeest_component} in ${CMAKE_CURRENT_LIST_DIR}: it may have been generated with --only")
  endif()
endforeach()
`

// cmakeConfig is the template of libwildebeest-config.cmake, which has a target for each
// module, under its former names too.
func cmakeConfig(modules []headers.Module, renamed map[string]string) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, cmakeHead, version.String())
	all := make([]string, len(modules))
	for i, m := range modules {
		var links []string
		for _, name := range m.Requires {
			links = append(links, "libwildebeest::"+name)
		}
		if !m.MacroOnly() {
			links = append(links, "libwildebeest::archive")
		}
		libs, err := linkerFlags(m, modules)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "_wildebeest_module(%s %q)\n", m.Name, strings.Join(append(links, libs...), ";"))
		all[i] = "libwildebeest::" + m.Name
	}
	for _, old := range formerNames(modules, renamed) {
		fmt.Fprintf(&b, "_wildebeest_module(%s \"libwildebeest::%s\")\n", old, renamed[old])
	}
	fmt.Fprintf(&b, "_wildebeest_module(libwildebeest %q)\n", strings.Join(all, ";"))
	b.WriteString(cmakeTail)
	return b.String(), nil
}

// cmakeVersion takes what asks for this version or an older one, as pkg-config does.
func cmakeVersion() string {
	return fmt.Sprintf(`set(PACKAGE_VERSION %s)
if(PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION)
  set(PACKAGE_VERSION_COMPATIBLE FALSE)
else()
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
  if(PACKAGE_VERSION VERSION_EQUAL PACKAGE_FIND_VERSION)
    set(PACKAGE_VERSION_EXACT TRUE)
  endif()
endif()
`, version.String())
}
