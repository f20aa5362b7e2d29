/// The names from C's and POSIX's headers that are types without being declared.
///
/// Each stands for a type that has the right width on every architecture known here: `size_t` is
/// `unsigned long`, 4 bytes on i386 and 8 on x86-64. A text may declare any of them itself.
enum CBuiltinTypedef: String, CaseIterable {
  case bool, FILE, DIR, fpos_t, va_list, __builtin_va_list, __gnuc_va_list
  case int8_t, int_least8_t, int_fast8_t
  case uint8_t, uint_least8_t, uint_fast8_t, u_int8_t, u_char
  case int16_t, int_least16_t
  case uint16_t, uint_least16_t, u_int16_t, char16_t, ushort, u_short, sa_family_t, in_port_t
  case int32_t, int_least32_t, wchar_t, pid_t, key_t, clockid_t
  case uint32_t, uint_least32_t, u_int32_t, char32_t, uint, u_int, wint_t
  case uid_t, gid_t, id_t, mode_t, socklen_t, useconds_t, in_addr_t
  case intptr_t, ssize_t, ptrdiff_t, int_fast16_t, int_fast32_t
  case time_t, clock_t, suseconds_t, off_t, blksize_t, blkcnt_t
  case uintptr_t, size_t, uint_fast16_t, uint_fast32_t, ino_t, nlink_t, ulong, u_long
  case int64_t, int_least64_t, int_fast64_t, intmax_t, off64_t, loff_t
  case uint64_t, uint_least64_t, uint_fast64_t, u_int64_t, uintmax_t, dev_t

  /// What the name stands for.
  var type: CType {
    switch self {
    case .bool: .scalar(.bool)
    case .FILE: .record(.structure, tag: "_IO_FILE")
    case .DIR: .record(.structure, tag: "__dirstream")
    case .fpos_t: .record(.structure, tag: "_G_fpos_t")
    case .va_list, .__builtin_va_list, .__gnuc_va_list: .record(.structure, tag: "__va_list_tag")
    case .int8_t, .int_least8_t, .int_fast8_t: .scalar(.signedChar)
    case .uint8_t, .uint_least8_t, .uint_fast8_t, .u_int8_t, .u_char: .scalar(.unsignedChar)
    case .int16_t, .int_least16_t: .scalar(.short)
    case .uint16_t, .uint_least16_t, .u_int16_t, .char16_t, .ushort, .u_short, .sa_family_t,
      .in_port_t:
      .scalar(.unsignedShort)
    case .int32_t, .int_least32_t, .wchar_t, .pid_t, .key_t, .clockid_t: .scalar(.int)
    case .uint32_t, .uint_least32_t, .u_int32_t, .char32_t, .uint, .u_int, .wint_t, .uid_t,
      .gid_t, .id_t, .mode_t, .socklen_t, .useconds_t, .in_addr_t:
      .scalar(.unsignedInt)
    case .intptr_t, .ssize_t, .ptrdiff_t, .int_fast16_t, .int_fast32_t, .time_t, .clock_t,
      .suseconds_t, .off_t, .blksize_t, .blkcnt_t:
      .scalar(.long)
    case .uintptr_t, .size_t, .uint_fast16_t, .uint_fast32_t, .ino_t, .nlink_t, .ulong, .u_long:
      .scalar(.unsignedLong)
    case .int64_t, .int_least64_t, .int_fast64_t, .intmax_t, .off64_t, .loff_t:
      .scalar(.longLong)
    case .uint64_t, .uint_least64_t, .uint_fast64_t, .u_int64_t, .uintmax_t, .dev_t:
      .scalar(.unsignedLongLong)
    }
  }
}
