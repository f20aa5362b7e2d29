! A Fortran library: every argument is a reference, every name ends in an underscore.

integer(1) function sum_8bit(a, b)
  integer(1), intent(in) :: a, b
  sum_8bit = a + b
end function

integer(2) function sum_16bit(a, b)
  integer(2), intent(in) :: a, b
  sum_16bit = a + b
end function

integer(4) function sum_32bit(a, b)
  integer(4), intent(in) :: a, b
  sum_32bit = a + b
end function

integer(8) function sum_64bit(a, b)
  integer(8), intent(in) :: a, b
  sum_64bit = a + b
end function

real(4) function multiply_float32(a, b)
  real(4), intent(in) :: a, b
  multiply_float32 = a * b
end function

real(8) function multiply_float64(a, b)
  real(8), intent(in) :: a, b
  multiply_float64 = a * b
end function

real(8) function factorial(n)
  integer(1), intent(in) :: n
  integer :: i
  factorial = 1
  do i = 2, n
    factorial = factorial * i
  end do
end function

logical function both(a, b)
  logical, intent(in) :: a, b
  both = a .and. b
end function

subroutine reverse_string(original, reversed)
  character(*), intent(in) :: original
  character(*), intent(out) :: reversed
  integer :: i
  reversed = ' '
  do i = 1, min(len(original), len(reversed))
    reversed(i:i) = original(len(original) - i + 1:len(original) - i + 1)
  end do
end subroutine

subroutine add_arrays(a, b, total, n)
  integer(4), intent(in) :: n
  real(8), intent(in) :: a(n), b(n)
  real(8), intent(out) :: total(n)
  total = a + b
end subroutine

! Columns lie side by side.
subroutine matrix_multiply(product, a, rows, inner, b, columns)
  integer(4), intent(in) :: rows, inner, columns
  real(8), intent(in) :: a(rows, inner), b(inner, columns)
  real(8), intent(out) :: product(rows, columns)
  product = matmul(a, b)
end subroutine

real(8) function besselj0(x)
  real(8), intent(in) :: x
  besselj0 = bessel_j0(x)
end function

real(8) function standard_deviation(values, n)
  integer(4), intent(in) :: n
  real(8), intent(in) :: values(n)
  real(8) :: mean
  mean = sum(values) / n
  standard_deviation = sqrt(sum((values - mean)**2) / (n - 1))
end function
