! What the example calls of LAPACK, as its documentation has the arguments.
interface
  subroutine zgesv(n, nrhs, a, lda, ipiv, b, ldb, info)
    integer, intent(in) :: n, nrhs, lda, ldb
    complex(8), intent(inout) :: a(lda, n), b(ldb, nrhs)
    integer, intent(out) :: ipiv(n), info
  end subroutine

  subroutine dgeev(jobvl, jobvr, n, a, lda, wr, wi, vl, ldvl, vr, ldvr, work, lwork, info)
    character, intent(in) :: jobvl, jobvr
    integer, intent(in) :: n, lda, ldvl, ldvr, lwork
    real(8), intent(inout) :: a(lda, n)
    real(8), intent(out) :: wr(n), wi(n), vl(ldvl, n), vr(ldvr, n), work(lwork)
    integer, intent(out) :: info
  end subroutine

  integer function ilaenv(ispec, name, opts, n1, n2, n3, n4)
    integer, intent(in) :: ispec, n1, n2, n3, n4
    character(*), intent(in) :: name, opts
  end function
end interface
