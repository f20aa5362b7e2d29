/// C declarations of the fixtures `values` and `instrument`.
enum ValueDeclarations {
  static let point = "struct point { double x, y; };"
  static let mixed =
    point + "struct mixed { char tag; double value; short counts[3]; struct point origin; };"
  static let flags =
    "struct flags { unsigned low : 3; int middle : 5; unsigned long long high : 40; };"
  static let number = "union number { int i; float f; double d; unsigned char bytes[8]; };"
  static let instrument = """
    struct instrument;
    enum instrument_mode { INSTRUMENT_VOLTS = 1, INSTRUMENT_AMPERES = 2 };
    struct instrument_info {
      char model[16];
      unsigned int serial;
      double calibration;
      unsigned int is_armed : 1;
      unsigned int channel_count : 5;
    };
    const char *instrument_message(int status);
    __attribute__((annotate("archbridge:status=zero"),
                   annotate("archbridge:message=instrument_message")))
    int instrument_open(const char *port,
                        struct instrument **instrument __attribute__((annotate("archbridge:out"))));
    __attribute__((annotate("archbridge:status=zero"),
                   annotate("archbridge:message=instrument_message")))
    int instrument_set_level(struct instrument *instrument, double level);
    int instrument_arm(struct instrument *instrument, int is_armed);
    __attribute__((annotate("archbridge:status=zero"),
                   annotate("archbridge:message=instrument_message")))
    int instrument_read(struct instrument *instrument,
                        double *volts __attribute__((annotate("archbridge:out"))));
    int instrument_get_info(const struct instrument *instrument, struct instrument_info *info);
    int instrument_read_samples(struct instrument *instrument, double *samples, int capacity);
    enum instrument_mode instrument_mode(const struct instrument *instrument);
    void instrument_set_mode(struct instrument *instrument, enum instrument_mode mode);
    void instrument_close(struct instrument *instrument);
    int instrument_open_count(void);

    """
}
