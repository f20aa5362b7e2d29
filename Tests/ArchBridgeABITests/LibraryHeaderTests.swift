import ArchBridgeABI
import Testing

struct LibraryHeaderTests {
  static let zlib = """
    typedef unsigned char Byte;
    typedef unsigned int uInt;
    typedef unsigned long uLong;
    typedef Byte Bytef;
    typedef uLong uLongf;
    typedef void const *voidpc;
    typedef void *voidpf;
    typedef struct z_stream_s z_stream;
    typedef z_stream *z_streamp;
    struct internal_state;
    typedef struct gzFile_s *gzFile;
    typedef voidpf (*alloc_func)(voidpf opaque, uInt items, uInt size);
    typedef unsigned (*in_func)(void *, unsigned char **);
    typedef int (*out_func)(void *, unsigned char *, unsigned);
    #define Z_OK 0
    extern const char * zlibVersion(void);
    extern int deflateInit_(z_streamp strm, int level, const char *version, int stream_size);
    extern int compress(Bytef *dest, uLongf *destLen, const Bytef *source, uLong sourceLen);
    extern uLong crc32(uLong crc, const Bytef *buf, uInt len);
    extern int inflateBack(z_streamp strm, in_func in, void *in_desc,
                           out_func out, void *out_desc);
    extern gzFile gzopen(const char *, const char *);
    extern int gzprintf(gzFile file, const char *format, ...);
    extern off_t gzseek(gzFile, off_t, int);
    """

  static let sqlite = """
    typedef struct sqlite3 sqlite3;
    typedef struct sqlite3_stmt sqlite3_stmt;
    typedef struct sqlite3_context sqlite3_context;
    typedef struct Mem sqlite3_value;
    typedef long long int sqlite_int64;
    typedef sqlite_int64 sqlite3_int64;
    typedef int (*sqlite3_callback)(void*,int,char**, char**);
    typedef void (*sqlite3_destructor_type)(void*);
    int sqlite3_open(
      const char *filename,   /* Database filename (UTF-8) */
      sqlite3 **ppDb          /* OUT: SQLite db handle */
    );
    int sqlite3_exec(
      sqlite3*,                                  /* An open database */
      const char *sql,                           /* SQL to be evaluated */
      int (*callback)(void*,int,char**,char**),  /* Callback function */
      void *,                                    /* 1st argument to callback */
      char **errmsg                              /* Error msg written here */
    );
    double sqlite3_column_double(sqlite3_stmt*, int iCol);
    sqlite3_int64 sqlite3_last_insert_rowid(sqlite3*);
    int sqlite3_create_function(sqlite3 *db, const char *zFunctionName, int nArg, int eTextRep,
      void *pApp, void (*xFunc)(sqlite3_context*,int,sqlite3_value**),
      void (*xStep)(sqlite3_context*,int,sqlite3_value**), void (*xFinal)(sqlite3_context*));
    void *sqlite3_commit_hook(sqlite3*, int(*)(void*), void*);
    void (*sqlite3_dlsym(void *vfs, void*, const char *zSymbol))(void);
    char *sqlite3_mprintf(const char*,...);
    """

  static let lapack = """
    extern "C" {
    void dgesv_(const int *n, const int *nrhs, double *a, const int *lda, int *ipiv, double *b,
                const int *ldb, int *info);
    typedef int (*LAPACK_D_SELECT2)(const double *, const double *);
    void dgees_(char const *jobvs, char const *sort, LAPACK_D_SELECT2 select, int const *n,
                double *A, int const *lda, int *sdim, double *WR, double *WI, double *VS,
                int const *ldvs, double *work, int const *lwork, int *BWORK, int *info, size_t,
                size_t);
    double dnrm2_(const int *n, const double *x, const int *incx);
    enum CBLAS_ORDER {CblasRowMajor=101, CblasColMajor=102};
    void cblas_dscal(const int N, const double alpha, double *X, const int incX);
    double cblas_ddot(const int N, const double X[], const int incX, const double *Y, int incY);
    void cblas_set(const enum CBLAS_ORDER order);
    }
    """

  static let libm = """
    # 1 "/usr/include/math.h" 1 3 4
    extern double cos (double __x) __attribute__ ((__nothrow__ , __leaf__));
    extern double frexp (double __x, int *__exponent) __attribute__ ((__nothrow__ , __leaf__));
    extern long double modfl (long double __x, long double *__iptr) \
    __attribute__ ((__nothrow__ , __leaf__)) __attribute__ ((__nonnull__ (2)));
    extern float powf (float __x, float __y);
    __extension__ extern long long int llrint (double __x);
    extern void *bsearch (const void *__key, const void *__base, size_t __nmemb, size_t __size,
      int (*__compar)(const void *, const void *))
      __attribute__ ((__nonnull__ (1, 2, 5))) ;
    extern int snprintf (char *__restrict __s, size_t __maxlen,
         const char *__restrict __format, ...)
         __attribute__ ((__nothrow__)) __attribute__ ((__format__ (__printf__, 3, 4)));
    extern size_t fwrite (const void *__restrict __ptr, size_t __size,
        size_t __n, FILE *__restrict __s);
    """

  @Test(arguments: [
    (zlib, "crc32", "uLong crc32(uLong crc, const Bytef *buf, uInt len)"),
    (
      zlib, "compress",
      "int compress(Bytef *dest, uLongf *destLen, const Bytef *source, uLong sourceLen)"
    ),
    (zlib, "gzprintf", "int gzprintf(gzFile file, const char *format, ...)"),
    (
      zlib, "inflateBack",
      "int inflateBack(z_streamp strm, in_func in, void *in_desc, out_func out, void *out_desc)"
    ),
    (sqlite, "sqlite3_open", "int sqlite3_open(const char *filename, sqlite3 **ppDb)"),
    (
      sqlite, "sqlite3_exec",
      "int sqlite3_exec(sqlite3 *, const char *sql, int (*callback)(void *, int, char **, char **)"
        + ", void *, char **errmsg)"
    ),
    (
      sqlite, "sqlite3_dlsym", "void (*sqlite3_dlsym(void *vfs, void *, const char *zSymbol))(void)"
    ),
    (
      sqlite, "sqlite3_last_insert_rowid",
      "sqlite3_int64 sqlite3_last_insert_rowid(sqlite3 *)"
    ),
    (
      lapack, "dgesv_",
      "void dgesv_(const int *n, const int *nrhs, double *a, const int *lda, int *ipiv, "
        + "double *b, const int *ldb, int *info)"
    ),
    (
      lapack, "cblas_ddot",
      "double cblas_ddot(int N, const double *X, int incX, const double *Y, int incY)"
    ),
    (lapack, "cblas_set", "void cblas_set(enum CBLAS_ORDER order)"),
    (libm, "modfl", "long double modfl(long double __x, long double *__iptr)"),
    (libm, "llrint", "long long llrint(double __x)"),
    (
      libm, "bsearch",
      "void *bsearch(const void *__key, const void *__base, size_t __nmemb, size_t __size, "
        + "int (*__compar)(const void *, const void *))"
    ),
  ])
  func `a function of a real header is read`(header: String, name: String, printed: String) throws {
    var declarations = CDeclarations()
    try declarations.parse(header)
    #expect(declarations.function(named: name)?.description == printed)
  }

  @Test(arguments: [(zlib, 8), (sqlite, 8), (lapack, 6), (libm, 8)])
  func `a real header is read as a whole, twice as well as once`(header: String, count: Int) throws
  {
    var declarations = CDeclarations()
    try declarations.parse(header)
    try declarations.parse(header)
    #expect(declarations.functionNames.count == count)
    for name in declarations.functionNames {
      let function = try #require(declarations.function(named: name))
      #expect(
        try CDeclarations.parsePrototype("\(function);", knowing: declarations) == function)
    }
  }
}
