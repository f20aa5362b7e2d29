// A C++ library with a C interface.
#include "CPoints/points.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace {
std::string reversed(const char *text) {
  std::string copy(text);
  std::reverse(copy.begin(), copy.end());
  return copy;
}
double distance(const point &a, const point &b) { return std::hypot(a.x - b.x, a.y - b.y); }
}  // namespace

extern "C" {
int add(int a, int b) { return a + b; }
float subtract(float a, float b) { return a - b; }

const char *reverse_string(const char *text) {
  static std::string result;
  result = reversed(text);
  return result.c_str();
}
void reverse_into(const char *text, int size, char *buffer) {
  std::strncpy(buffer, reversed(text).c_str(), size - 1);
  buffer[size - 1] = 0;
}

double distance_4_points(const struct four_points *points) {
  double sum = 0;
  for (int i = 0; i < 4; i++) sum += distance(points->points[i], points->points[(i + 1) % 4]);
  return sum;
}
double distance_4_points_by_value(struct four_points points) { return distance_4_points(&points); }
struct point middle(struct point a, struct point b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }
double path_length(struct n_points points) {
  double sum = 0;
  for (int i = 1; i < points.count; i++) sum += distance(points.points[i - 1], points.points[i]);
  return sum;
}
}
