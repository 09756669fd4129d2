package system

// fileSystem is what glibc's pathconf knows about one kind of file system.
type fileSystem struct {
	magic      uint32 // f_type of statfs(2)
	linkMax    uint64 // 0: one of ext2, ext3 and ext4, which share a magic
	sizeBits   uint64
	noSymlinks bool
}

// otherFileSystem is for every kind that fileSystems does not list.
var otherFileSystem = fileSystem{linkMax: 127, sizeBits: 32}

// fileSystems is the table of glibc 2.36.
// Source: the magic numbers of linux/magic.h and statfs(2), put one by one into
// the answer of statfs under strace(1) while getconf printed LINK_MAX,
// FILESIZEBITS and POSIX2_SYMLINKS.
var fileSystems = []fileSystem{
	{0x0000002f, 127, 32, true},         // qnx4
	{0x0000137f, 250, 32, false},        // minix
	{0x0000138f, 250, 32, false},        // minix, 30-character names
	{0x00001cd1, 127, 32, true},         // devpts
	{0x00002468, 65530, 32, false},      // minix 2
	{0x00002478, 65530, 32, false},      // minix 2, 30-character names
	{0x00004d44, 127, 32, true},         // msdos, vfat
	{0x0000517b, 127, 64, false},        // smb
	{0x00007275, 127, 32, true},         // romfs
	{0x0000adf5, 127, 32, true},         // adfs
	{0x0000ef53, 0, 64, false},          // ext2, ext3, ext4
	{0x00011954, 32000, 64, false},      // ufs
	{0x0027e0eb, 127, 64, false},        // cgroup
	{0x00414a53, 127, 32, true},         // efs
	{0x012ff7b4, 126, 32, false},        // xenix
	{0x012ff7b5, 126, 32, false},        // sysv4
	{0x012ff7b6, 126, 32, false},        // sysv2
	{0x012ff7b7, 10000, 32, false},      // coherent
	{0x0bd00bd0, 65000, 64, false},      // lustre
	{0x15013346, 127, 64, false},        // udf
	{0x1badface, 127, 32, true},         // bfs
	{0x28cd3d45, 127, 32, true},         // cramfs
	{0x3153464a, 127, 64, false},        // jfs
	{0x52654973, 64535, 64, false},      // reiserfs
	{0x5346544e, 127, 64, true},         // ntfs
	{0x58465342, 2147483647, 64, false}, // xfs
	{0x9123683e, 127, 255, false},       // btrfs
	{0xa501fcf5, 127, 64, false},        // vxfs
	{0xf2f52010, 32000, 256, false},     // f2fs
}
