/* SPDX-License-Identifier: MIT
 * bits/wildebeest_statx.h: takes back what musl's sys/stat.h defines of statx(2),
 * before linux/stat.h defines it.
 */
#undef STATX_TYPE
#undef STATX_MODE
#undef STATX_NLINK
#undef STATX_UID
#undef STATX_GID
#undef STATX_ATIME
#undef STATX_MTIME
#undef STATX_CTIME
#undef STATX_INO
#undef STATX_SIZE
#undef STATX_BLOCKS
#undef STATX_BASIC_STATS
#undef STATX_BTIME
#undef STATX_ALL
#undef STATX_MNT_ID
#undef STATX_DIOALIGN
#undef STATX_MNT_ID_UNIQUE
#undef STATX_SUBVOL
#undef STATX_WRITE_ATOMIC
#undef STATX_ATTR_COMPRESSED
#undef STATX_ATTR_IMMUTABLE
#undef STATX_ATTR_APPEND
#undef STATX_ATTR_NODUMP
#undef STATX_ATTR_ENCRYPTED
#undef STATX_ATTR_AUTOMOUNT
#undef STATX_ATTR_MOUNT_ROOT
#undef STATX_ATTR_VERITY
#undef STATX_ATTR_DAX
#undef STATX_ATTR_WRITE_ATOMIC
