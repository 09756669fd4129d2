package generate

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/version"
)

const mesonHead = `# libwildebeest as a subproject: dependency('libwildebeest-argp') finds it by
# libwildebeest.wrap, which belongs into subprojects/.
project('libwildebeest', 'c', version: '%s', license: 'MIT', meson_version: '>=0.56',
        default_options: ['c_std=gnu11', 'warning_level=0', 'werror=false'])

# Of each module: the headers that its users see, its sources, further linker flags.
modules = {
`

const mesonTail = `}

cc = meson.get_compiler('c')
here = meson.current_source_dir()
unwinder = []
if not cc.links('int _Unwind_Backtrace(void); int main(void) { return _Unwind_Backtrace(); }')
  unwinder = cc.find_library('unwind', required: false)
endif

flags = ['-ffunction-sections', '-fdata-sections', '-funwind-tables', '-include', here / 'object.h']
overlay = []
foreach name, _ : modules
  overlay += '-isystem' + here / 'include' / name
endforeach

if cc.has_define('__GLIBC__', prefix: '#include <features.h>')
  error('the C compiler compiles for glibc, which has what libwildebeest provides on musl: look there first')
endif

# The overlay's headers include the C library's, so they have to come first.
if modules.has_key('cdefs') and not cc.has_define('WILDEBEEST_CDEFS_FEATURES_H', prefix: '#include <features.h>', args: overlay)
  error('the C compiler has the headers of the C library before those of the overlay: give their directory as --sysroot=, or with -idirafter')
endif

parts = []
foreach name, module : modules
  if module[1].length() > 0
    parts += static_library('wildebeest-' + name, module[1], pic: true, gnu_symbol_visibility: 'hidden',
                            c_args: flags + overlay + ['-DWILDEBEEST_MODULE="' + name + '"'])
  endif
endforeach
library = static_library('wildebeest', link_whole: parts, pic: true)

all = []
found = {}
foreach name, module : modules
  visible = []
  foreach other : module[0]
    visible += '-isystem' + here / 'include' / other
  endforeach
  link_args = []
  needed = []
  foreach flag : module[2]
    if flag == '@unwinder@'
      needed += unwinder
    else
      link_args += flag
    endif
  endforeach
  links = module[1].length() > 0 ? [library] : []
  this = declare_dependency(compile_args: visible, link_args: link_args, link_with: links,
                            dependencies: needed, version: meson.project_version())
  meson.override_dependency('libwildebeest-' + name, this)
  found += {name: this}
  all += this
endforeach
meson.override_dependency('libwildebeest', declare_dependency(dependencies: all, version: meson.project_version()))
`

// mesonBuild builds the modules as a part of another project.
func mesonBuild(modules []headers.Module, renamed map[string]string) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, mesonHead, version.String())
	for _, m := range modules {
		overlays, err := headers.Overlays(modules, []string{m.Name})
		if err != nil {
			return "", err
		}
		libs, err := linkerFlags(m, modules)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "  '%s': [%s,\n    %s,\n    %s],\n", m.Name, mesonList(headers.Names(overlays)), mesonList(sources(m)), mesonList(libs))
	}
	b.WriteString(mesonTail)
	for _, old := range formerNames(modules, renamed) {
		fmt.Fprintf(&b, "meson.override_dependency('libwildebeest-%s', found['%s'])\n", old, renamed[old])
	}
	return b.String(), nil
}

func mesonList(items []string) string {
	if len(items) == 0 {
		return "[]"
	}
	return "['" + strings.Join(items, "', '") + "']"
}

// wrap tells Meson which dependencies the tree has, where it is found as directory of
// subprojects; make release adds where it is to be fetched from.
func wrap(modules []headers.Module, renamed map[string]string) string {
	provided := []string{"libwildebeest"}
	for _, name := range append(headers.Names(modules), formerNames(modules, renamed)...) {
		provided = append(provided, "libwildebeest-"+name)
	}
	return fmt.Sprintf("[wrap-file]\ndirectory = libwildebeest-%s\n\n[provide]\ndependency_names = %s\n", version.String(), strings.Join(provided, ", "))
}
