/// What fixtures with debug information are compiled from.
enum DebugFixtureSources {
  static let all = [
    "sub/helper.h": helper, "one.c": one, "two.c": two, "three.cpp": three, "four.f90": four,
  ]

  private static let helper = """
    static inline __attribute__((always_inline)) int twice(int x) {
      int y = x + x;
      if (y > 100)
        y -= 3;
      return y;
    }
    """

  private static let one = """
    #include <string.h>
    #include "sub/helper.h"
    static __attribute__((noinline)) int local(int a) {
      int sum = 0;
      for (int i = 0; i < a; i++)
        sum += twice(i);
      return sum;
    }
    int visible(int a, char *p) {
      memset(p, 0, a);
      return local(a) + twice(a);
    }
    __attribute__((visibility("hidden"))) int dropped(int a) { return a + 1; }
    #line 500 "elsewhere.y"
    int moved(int a) {
      switch (a) {
      case 1: return visible(3, 0);
      case 2: return 7;
      default: return a * a;
      }
    }
    #line 70000 "/nowhere/at/all.y"
    int far(int a) { return a / 3; }
    """

  private static let two = """
    static __attribute__((noinline)) int local(int a) { return a ^ 3; }
    static int one(void) { return 1; }
    static int (*choose(void))(void) { return one; }
    int chosen(void) __attribute__((ifunc("choose")));
    int other(int a) {
      return local(a) +
        local(a + 1);
    }
    """

  private static let three = """
    #include <algorithm>
    #include <string>
    #include <vector>
    #include "sub/helper.h"
    namespace ns { template <class T> struct Box { T v; T get() const { return v; } }; }
    std::string name(const std::vector<int> &v) {
      std::string s;
      for (int x : v) s += std::to_string(twice(x)) + ",";
      return s;
    }
    int sorted(std::vector<int> v) {
      std::sort(v.begin(), v.end(), [](int a, int b) { return a > b; });
      return v[0];
    }
    double boxed(double d) { return ns::Box<double>{d}.get(); }
    """

  private static let four = """
    subroutine scale(n, x, f)
      integer, intent(in) :: n
      real(8), intent(inout) :: x(n)
      real(8), intent(in) :: f
      integer :: i
      do i = 1, n
        x(i) = x(i) * f
      end do
      call inner()
    contains
      subroutine inner()
        print *, n
      end subroutine
    end subroutine
    """
}
