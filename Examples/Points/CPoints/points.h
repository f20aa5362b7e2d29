// The library's header.
#ifdef __cplusplus
extern "C" {
#endif

struct point {
  double x, y;
};
struct four_points {
  struct point points[4];
};
struct n_points {
  int count;
  const struct point *points;
};

int add(int a, int b);
float subtract(float a, float b);
const char *reverse_string(const char *text);
void reverse_into(const char *text, int size, char *buffer);
double distance_4_points(const struct four_points *points);
double distance_4_points_by_value(struct four_points points);
struct point middle(struct point a, struct point b);
double path_length(struct n_points points);

#ifdef __cplusplus
}
#endif
