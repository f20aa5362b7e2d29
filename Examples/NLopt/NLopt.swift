// Made from nlopt.h; this writes it again:
//
//     archbridge generate nlopt.h --library libnlopt.so.0 --name NLopt --apinotes NLopt.apinotes

public import ArchBridge

/// The library `libnlopt.so.0`, whose functions are methods.
///
/// A name that is not a method is reached through `library`, which has every function of the
/// library's. An integer that does not fit the type that it has in C is refused, and `Int` stands
/// for C's `long`, whose width is the architecture's. A closure is called during the call that it
/// is given to, and not after.
public final class NLopt: LibraryClient, @unchecked Sendable {
  /// Starts a helper, and loads the library into it.
  public override init(
    _ library: String = "libnlopt.so.0", configuration: Configuration = Configuration()
  ) throws(BridgeError) {
    try super.init(library, configuration: configuration)
    try declare(Self.declarations)
  }

  /// Calls the library's `nlopt_algorithm_name`.
  ///
  /// In C: `const char *nlopt_algorithm_name(nlopt_algorithm a)`
  public func nlopt_algorithm_name(_ a: NloptAlgorithm) throws(BridgeError) -> String? {
    try library.nlopt_algorithm_name(a)
  }

  /// nlopt_algorithm enum <-> string conversion.
  ///
  /// In C: `const char *nlopt_algorithm_to_string(nlopt_algorithm algorithm)`
  public func nlopt_algorithm_to_string(
    _ algorithm: NloptAlgorithm
  ) throws(BridgeError) -> String? {
    try library.nlopt_algorithm_to_string(algorithm)
  }

  /// Calls the library's `nlopt_algorithm_from_string`.
  ///
  /// In C: `nlopt_algorithm nlopt_algorithm_from_string(const char *name)`
  public func nlopt_algorithm_from_string(_ name: String?) throws(BridgeError) -> NloptAlgorithm {
    try library.nlopt_algorithm_from_string(name)
  }

  /// nlopt_result enum <-> string conversion.
  ///
  /// In C: `const char *nlopt_result_to_string(nlopt_result algorithm)`
  public func nlopt_result_to_string(_ algorithm: NloptResult) throws(BridgeError) -> String? {
    try library.nlopt_result_to_string(algorithm)
  }

  /// Calls the library's `nlopt_result_from_string`.
  ///
  /// In C: `nlopt_result nlopt_result_from_string(const char *name)`
  public func nlopt_result_from_string(_ name: String?) throws(BridgeError) -> NloptResult {
    try library.nlopt_result_from_string(name)
  }

  /// Calls the library's `nlopt_srand`.
  ///
  /// In C: `void nlopt_srand(unsigned long seed)`
  public func nlopt_srand(_ seed: UInt) throws(BridgeError) {
    try library.nlopt_srand(seed)
  }

  /// Calls the library's `nlopt_srand_time`.
  ///
  /// In C: `void nlopt_srand_time(void)`
  public func nlopt_srand_time() throws(BridgeError) {
    try library.nlopt_srand_time()
  }

  /// Calls the library's `nlopt_version`.
  ///
  /// In C: `void nlopt_version(int *major, int *minor, int *bugfix)`
  public func nlopt_version(
    _ major: (any LibraryArgument)?, _ minor: (any LibraryArgument)?,
    _ bugfix: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.nlopt_version(major, minor, bugfix)
  }

  /// Calls the library's `nlopt_create`.
  ///
  /// the only immutable parameters of an optimization are the algorithm and the dimension n of the
  /// problem, since changing either of these could have side-effects on lots of other parameters
  ///
  /// In C: `nlopt_opt nlopt_create(nlopt_algorithm algorithm, unsigned int n)`
  public func nlopt_create(
    _ algorithm: NloptAlgorithm, _ n: UInt32
  ) throws(BridgeError) -> NloptOpt {
    try library.nlopt_create(algorithm, n)
  }

  /// Calls the library's `nlopt_destroy`.
  ///
  /// In C: `void nlopt_destroy(nlopt_opt opt)`
  public func nlopt_destroy(_ opt: NloptOpt?) throws(BridgeError) {
    try library.nlopt_destroy(opt)
  }

  /// Calls the library's `nlopt_copy`.
  ///
  /// In C: `nlopt_opt nlopt_copy(nlopt_opt opt)`
  public func nlopt_copy(_ opt: NloptOpt?) throws(BridgeError) -> NloptOpt? {
    try library.nlopt_copy(opt)
  }

  /// Calls the library's `nlopt_optimize`.
  ///
  /// In C: `nlopt_result nlopt_optimize(nlopt_opt opt, double *x, double *opt_f)`
  public func nlopt_optimize(
    _ opt: NloptOpt?, _ x: inout [Double]
  ) throws(BridgeError) -> (result: NloptResult, opt_f: Double) {
    let xInOut = InOut(x)
    let opt_f = Out<Double>()
    let result: NloptResult = try library.nlopt_optimize(opt, xInOut, opt_f)
    x = xInOut.value
    return (result, opt_f.value)
  }

  /// Calls the library's `nlopt_set_min_objective`.
  ///
  /// In C: `nlopt_result nlopt_set_min_objective(nlopt_opt opt, nlopt_func f, void *f_data)`
  @discardableResult
  public func nlopt_set_min_objective(
    _ opt: NloptOpt?, _ f: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_min_objective(opt, f, nil)
  }

  /// Calls the library's `nlopt_set_max_objective`.
  ///
  /// In C: `nlopt_result nlopt_set_max_objective(nlopt_opt opt, nlopt_func f, void *f_data)`
  @discardableResult
  public func nlopt_set_max_objective(
    _ opt: NloptOpt?, _ f: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_max_objective(opt, f, nil)
  }

  /// Calls the library's `nlopt_set_precond_min_objective`.
  ///
  /// In C: `nlopt_result nlopt_set_precond_min_objective(nlopt_opt opt, nlopt_func f, nlopt_precond
  /// pre, void *f_data)`
  @discardableResult
  public func nlopt_set_precond_min_objective(
    _ opt: NloptOpt?, _ f: (any LibraryArgument)?, _ pre: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_precond_min_objective(opt, f, pre, nil)
  }

  /// Calls the library's `nlopt_set_precond_max_objective`.
  ///
  /// In C: `nlopt_result nlopt_set_precond_max_objective(nlopt_opt opt, nlopt_func f, nlopt_precond
  /// pre, void *f_data)`
  @discardableResult
  public func nlopt_set_precond_max_objective(
    _ opt: NloptOpt?, _ f: (any LibraryArgument)?, _ pre: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_precond_max_objective(opt, f, pre, nil)
  }

  /// Calls the library's `nlopt_get_algorithm`.
  ///
  /// In C: `nlopt_algorithm nlopt_get_algorithm(nlopt_opt opt)`
  public func nlopt_get_algorithm(_ opt: NloptOpt?) throws(BridgeError) -> NloptAlgorithm {
    try library.nlopt_get_algorithm(opt)
  }

  /// Calls the library's `nlopt_get_dimension`.
  ///
  /// In C: `unsigned int nlopt_get_dimension(nlopt_opt opt)`
  public func nlopt_get_dimension(_ opt: NloptOpt?) throws(BridgeError) -> UInt32 {
    try library.nlopt_get_dimension(opt)
  }

  /// Calls the library's `nlopt_get_errmsg`.
  ///
  /// In C: `const char *nlopt_get_errmsg(nlopt_opt opt)`
  public func nlopt_get_errmsg(_ opt: NloptOpt?) throws(BridgeError) -> String? {
    try library.nlopt_get_errmsg(opt)
  }

  /// Generic algorithm parameters.
  ///
  /// In C: `nlopt_result nlopt_set_param(nlopt_opt opt, const char *name, double val)`
  @discardableResult
  public func nlopt_set_param(
    _ opt: NloptOpt?, _ name: String?, _ val: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_param(opt, name, val)
  }

  /// Calls the library's `nlopt_get_param`.
  ///
  /// In C: `double nlopt_get_param(nlopt_opt opt, const char *name, double defaultval)`
  public func nlopt_get_param(
    _ opt: NloptOpt?, _ name: String?, _ defaultval: Double
  ) throws(BridgeError) -> Double {
    try library.nlopt_get_param(opt, name, defaultval)
  }

  /// Calls the library's `nlopt_has_param`.
  ///
  /// In C: `int nlopt_has_param(nlopt_opt opt, const char *name)`
  public func nlopt_has_param(_ opt: NloptOpt?, _ name: String?) throws(BridgeError) -> Int32 {
    try library.nlopt_has_param(opt, name)
  }

  /// Calls the library's `nlopt_num_params`.
  ///
  /// In C: `unsigned int nlopt_num_params(nlopt_opt opt)`
  public func nlopt_num_params(_ opt: NloptOpt?) throws(BridgeError) -> UInt32 {
    try library.nlopt_num_params(opt)
  }

  /// Calls the library's `nlopt_nth_param`.
  ///
  /// In C: `const char *nlopt_nth_param(nlopt_opt opt, unsigned int n)`
  public func nlopt_nth_param(_ opt: NloptOpt?, _ n: UInt32) throws(BridgeError) -> String? {
    try library.nlopt_nth_param(opt, n)
  }

  /// Calls the library's `nlopt_set_lower_bounds`.
  ///
  /// In C: `nlopt_result nlopt_set_lower_bounds(nlopt_opt opt, const double *lb)`
  @discardableResult
  public func nlopt_set_lower_bounds(
    _ opt: NloptOpt?, _ lb: [Double]
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_lower_bounds(opt, lb)
  }

  /// Calls the library's `nlopt_set_lower_bounds1`.
  ///
  /// In C: `nlopt_result nlopt_set_lower_bounds1(nlopt_opt opt, double lb)`
  @discardableResult
  public func nlopt_set_lower_bounds1(
    _ opt: NloptOpt?, _ lb: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_lower_bounds1(opt, lb)
  }

  /// Calls the library's `nlopt_set_lower_bound`.
  ///
  /// In C: `nlopt_result nlopt_set_lower_bound(nlopt_opt opt, int i, double lb)`
  @discardableResult
  public func nlopt_set_lower_bound(
    _ opt: NloptOpt?, _ i: Int32, _ lb: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_lower_bound(opt, i, lb)
  }

  /// Calls the library's `nlopt_get_lower_bounds`.
  ///
  /// In C: `nlopt_result nlopt_get_lower_bounds(nlopt_opt opt, double *lb)`
  @discardableResult
  public func nlopt_get_lower_bounds(
    _ opt: NloptOpt?, _ lb: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_get_lower_bounds(opt, lb)
  }

  /// Calls the library's `nlopt_set_upper_bounds`.
  ///
  /// In C: `nlopt_result nlopt_set_upper_bounds(nlopt_opt opt, const double *ub)`
  @discardableResult
  public func nlopt_set_upper_bounds(
    _ opt: NloptOpt?, _ ub: [Double]
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_upper_bounds(opt, ub)
  }

  /// Calls the library's `nlopt_set_upper_bounds1`.
  ///
  /// In C: `nlopt_result nlopt_set_upper_bounds1(nlopt_opt opt, double ub)`
  @discardableResult
  public func nlopt_set_upper_bounds1(
    _ opt: NloptOpt?, _ ub: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_upper_bounds1(opt, ub)
  }

  /// Calls the library's `nlopt_set_upper_bound`.
  ///
  /// In C: `nlopt_result nlopt_set_upper_bound(nlopt_opt opt, int i, double ub)`
  @discardableResult
  public func nlopt_set_upper_bound(
    _ opt: NloptOpt?, _ i: Int32, _ ub: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_upper_bound(opt, i, ub)
  }

  /// Calls the library's `nlopt_get_upper_bounds`.
  ///
  /// In C: `nlopt_result nlopt_get_upper_bounds(nlopt_opt opt, double *ub)`
  @discardableResult
  public func nlopt_get_upper_bounds(
    _ opt: NloptOpt?, _ ub: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_get_upper_bounds(opt, ub)
  }

  /// Calls the library's `nlopt_remove_inequality_constraints`.
  ///
  /// In C: `nlopt_result nlopt_remove_inequality_constraints(nlopt_opt opt)`
  @discardableResult
  public func nlopt_remove_inequality_constraints(
    _ opt: NloptOpt?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_remove_inequality_constraints(opt)
  }

  /// Calls the library's `nlopt_add_inequality_constraint`.
  ///
  /// In C: `nlopt_result nlopt_add_inequality_constraint(nlopt_opt opt, nlopt_func fc, void
  /// *fc_data, double tol)`
  @discardableResult
  public func nlopt_add_inequality_constraint(
    _ opt: NloptOpt?, _ fc: (any LibraryArgument)?, _ tol: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_add_inequality_constraint(opt, fc, nil, tol)
  }

  /// Calls the library's `nlopt_add_precond_inequality_constraint`.
  ///
  /// In C: `nlopt_result nlopt_add_precond_inequality_constraint(nlopt_opt opt, nlopt_func fc,
  /// nlopt_precond pre, void *fc_data, double tol)`
  @discardableResult
  public func nlopt_add_precond_inequality_constraint(
    _ opt: NloptOpt?, _ fc: (any LibraryArgument)?, _ pre: (any LibraryArgument)?, _ tol: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_add_precond_inequality_constraint(opt, fc, pre, nil, tol)
  }

  /// Calls the library's `nlopt_add_inequality_mconstraint`.
  ///
  /// In C: `nlopt_result nlopt_add_inequality_mconstraint(nlopt_opt opt, unsigned int m,
  /// nlopt_mfunc fc, void *fc_data, const double *tol)`
  @discardableResult
  public func nlopt_add_inequality_mconstraint(
    _ opt: NloptOpt?, _ m: UInt32, _ fc: (any LibraryArgument)?, _ tol: [Double]
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_add_inequality_mconstraint(opt, m, fc, nil, tol)
  }

  /// Calls the library's `nlopt_remove_equality_constraints`.
  ///
  /// In C: `nlopt_result nlopt_remove_equality_constraints(nlopt_opt opt)`
  @discardableResult
  public func nlopt_remove_equality_constraints(
    _ opt: NloptOpt?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_remove_equality_constraints(opt)
  }

  /// Calls the library's `nlopt_add_equality_constraint`.
  ///
  /// In C: `nlopt_result nlopt_add_equality_constraint(nlopt_opt opt, nlopt_func h, void *h_data,
  /// double tol)`
  @discardableResult
  public func nlopt_add_equality_constraint(
    _ opt: NloptOpt?, _ h: (any LibraryArgument)?, _ tol: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_add_equality_constraint(opt, h, nil, tol)
  }

  /// Calls the library's `nlopt_add_precond_equality_constraint`.
  ///
  /// In C: `nlopt_result nlopt_add_precond_equality_constraint(nlopt_opt opt, nlopt_func h,
  /// nlopt_precond pre, void *h_data, double tol)`
  @discardableResult
  public func nlopt_add_precond_equality_constraint(
    _ opt: NloptOpt?, _ h: (any LibraryArgument)?, _ pre: (any LibraryArgument)?, _ tol: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_add_precond_equality_constraint(opt, h, pre, nil, tol)
  }

  /// Calls the library's `nlopt_add_equality_mconstraint`.
  ///
  /// In C: `nlopt_result nlopt_add_equality_mconstraint(nlopt_opt opt, unsigned int m, nlopt_mfunc
  /// h, void *h_data, const double *tol)`
  @discardableResult
  public func nlopt_add_equality_mconstraint(
    _ opt: NloptOpt?, _ m: UInt32, _ h: (any LibraryArgument)?, _ tol: [Double]
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_add_equality_mconstraint(opt, m, h, nil, tol)
  }

  /// Calls the library's `nlopt_set_stopval`.
  ///
  /// In C: `nlopt_result nlopt_set_stopval(nlopt_opt opt, double stopval)`
  @discardableResult
  public func nlopt_set_stopval(
    _ opt: NloptOpt?, _ stopval: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_stopval(opt, stopval)
  }

  /// Calls the library's `nlopt_get_stopval`.
  ///
  /// In C: `double nlopt_get_stopval(nlopt_opt opt)`
  public func nlopt_get_stopval(_ opt: NloptOpt?) throws(BridgeError) -> Double {
    try library.nlopt_get_stopval(opt)
  }

  /// Calls the library's `nlopt_set_ftol_rel`.
  ///
  /// In C: `nlopt_result nlopt_set_ftol_rel(nlopt_opt opt, double tol)`
  @discardableResult
  public func nlopt_set_ftol_rel(
    _ opt: NloptOpt?, _ tol: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_ftol_rel(opt, tol)
  }

  /// Calls the library's `nlopt_get_ftol_rel`.
  ///
  /// In C: `double nlopt_get_ftol_rel(nlopt_opt opt)`
  public func nlopt_get_ftol_rel(_ opt: NloptOpt?) throws(BridgeError) -> Double {
    try library.nlopt_get_ftol_rel(opt)
  }

  /// Calls the library's `nlopt_set_ftol_abs`.
  ///
  /// In C: `nlopt_result nlopt_set_ftol_abs(nlopt_opt opt, double tol)`
  @discardableResult
  public func nlopt_set_ftol_abs(
    _ opt: NloptOpt?, _ tol: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_ftol_abs(opt, tol)
  }

  /// Calls the library's `nlopt_get_ftol_abs`.
  ///
  /// In C: `double nlopt_get_ftol_abs(nlopt_opt opt)`
  public func nlopt_get_ftol_abs(_ opt: NloptOpt?) throws(BridgeError) -> Double {
    try library.nlopt_get_ftol_abs(opt)
  }

  /// Calls the library's `nlopt_set_xtol_rel`.
  ///
  /// In C: `nlopt_result nlopt_set_xtol_rel(nlopt_opt opt, double tol)`
  @discardableResult
  public func nlopt_set_xtol_rel(
    _ opt: NloptOpt?, _ tol: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_xtol_rel(opt, tol)
  }

  /// Calls the library's `nlopt_get_xtol_rel`.
  ///
  /// In C: `double nlopt_get_xtol_rel(nlopt_opt opt)`
  public func nlopt_get_xtol_rel(_ opt: NloptOpt?) throws(BridgeError) -> Double {
    try library.nlopt_get_xtol_rel(opt)
  }

  /// Calls the library's `nlopt_set_xtol_abs1`.
  ///
  /// In C: `nlopt_result nlopt_set_xtol_abs1(nlopt_opt opt, double tol)`
  @discardableResult
  public func nlopt_set_xtol_abs1(
    _ opt: NloptOpt?, _ tol: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_xtol_abs1(opt, tol)
  }

  /// Calls the library's `nlopt_set_xtol_abs`.
  ///
  /// In C: `nlopt_result nlopt_set_xtol_abs(nlopt_opt opt, const double *tol)`
  @discardableResult
  public func nlopt_set_xtol_abs(
    _ opt: NloptOpt?, _ tol: [Double]
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_xtol_abs(opt, tol)
  }

  /// Calls the library's `nlopt_get_xtol_abs`.
  ///
  /// In C: `nlopt_result nlopt_get_xtol_abs(nlopt_opt opt, double *tol)`
  @discardableResult
  public func nlopt_get_xtol_abs(
    _ opt: NloptOpt?, _ tol: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_get_xtol_abs(opt, tol)
  }

  /// Calls the library's `nlopt_set_x_weights1`.
  ///
  /// In C: `nlopt_result nlopt_set_x_weights1(nlopt_opt opt, double w)`
  @discardableResult
  public func nlopt_set_x_weights1(
    _ opt: NloptOpt?, _ w: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_x_weights1(opt, w)
  }

  /// Calls the library's `nlopt_set_x_weights`.
  ///
  /// In C: `nlopt_result nlopt_set_x_weights(nlopt_opt opt, const double *w)`
  @discardableResult
  public func nlopt_set_x_weights(
    _ opt: NloptOpt?, _ w: [Double]
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_x_weights(opt, w)
  }

  /// Calls the library's `nlopt_get_x_weights`.
  ///
  /// In C: `nlopt_result nlopt_get_x_weights(nlopt_opt opt, double *w)`
  @discardableResult
  public func nlopt_get_x_weights(
    _ opt: NloptOpt?, _ w: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_get_x_weights(opt, w)
  }

  /// Calls the library's `nlopt_set_maxeval`.
  ///
  /// In C: `nlopt_result nlopt_set_maxeval(nlopt_opt opt, int maxeval)`
  @discardableResult
  public func nlopt_set_maxeval(
    _ opt: NloptOpt?, _ maxeval: Int32
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_maxeval(opt, maxeval)
  }

  /// Calls the library's `nlopt_get_maxeval`.
  ///
  /// In C: `int nlopt_get_maxeval(nlopt_opt opt)`
  public func nlopt_get_maxeval(_ opt: NloptOpt?) throws(BridgeError) -> Int32 {
    try library.nlopt_get_maxeval(opt)
  }

  /// Calls the library's `nlopt_get_numevals`.
  ///
  /// In C: `int nlopt_get_numevals(nlopt_opt opt)`
  public func nlopt_get_numevals(_ opt: NloptOpt?) throws(BridgeError) -> Int32 {
    try library.nlopt_get_numevals(opt)
  }

  /// Calls the library's `nlopt_set_maxtime`.
  ///
  /// In C: `nlopt_result nlopt_set_maxtime(nlopt_opt opt, double maxtime)`
  @discardableResult
  public func nlopt_set_maxtime(
    _ opt: NloptOpt?, _ maxtime: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_maxtime(opt, maxtime)
  }

  /// Calls the library's `nlopt_get_maxtime`.
  ///
  /// In C: `double nlopt_get_maxtime(nlopt_opt opt)`
  public func nlopt_get_maxtime(_ opt: NloptOpt?) throws(BridgeError) -> Double {
    try library.nlopt_get_maxtime(opt)
  }

  /// Calls the library's `nlopt_force_stop`.
  ///
  /// In C: `nlopt_result nlopt_force_stop(nlopt_opt opt)`
  @discardableResult
  public func nlopt_force_stop(_ opt: NloptOpt?) throws(BridgeError) -> NloptResult {
    try library.nlopt_force_stop(opt)
  }

  /// Calls the library's `nlopt_set_force_stop`.
  ///
  /// In C: `nlopt_result nlopt_set_force_stop(nlopt_opt opt, int val)`
  @discardableResult
  public func nlopt_set_force_stop(
    _ opt: NloptOpt?, _ val: Int32
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_force_stop(opt, val)
  }

  /// Calls the library's `nlopt_get_force_stop`.
  ///
  /// In C: `int nlopt_get_force_stop(nlopt_opt opt)`
  public func nlopt_get_force_stop(_ opt: NloptOpt?) throws(BridgeError) -> Int32 {
    try library.nlopt_get_force_stop(opt)
  }

  /// Calls the library's `nlopt_set_local_optimizer`.
  ///
  /// In C: `nlopt_result nlopt_set_local_optimizer(nlopt_opt opt, nlopt_opt local_opt)`
  @discardableResult
  public func nlopt_set_local_optimizer(
    _ opt: NloptOpt?, _ local_opt: NloptOpt?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_local_optimizer(opt, local_opt)
  }

  /// Calls the library's `nlopt_set_population`.
  ///
  /// In C: `nlopt_result nlopt_set_population(nlopt_opt opt, unsigned int pop)`
  @discardableResult
  public func nlopt_set_population(
    _ opt: NloptOpt?, _ pop: UInt32
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_population(opt, pop)
  }

  /// Calls the library's `nlopt_get_population`.
  ///
  /// In C: `unsigned int nlopt_get_population(nlopt_opt opt)`
  public func nlopt_get_population(_ opt: NloptOpt?) throws(BridgeError) -> UInt32 {
    try library.nlopt_get_population(opt)
  }

  /// Calls the library's `nlopt_set_vector_storage`.
  ///
  /// In C: `nlopt_result nlopt_set_vector_storage(nlopt_opt opt, unsigned int dim)`
  @discardableResult
  public func nlopt_set_vector_storage(
    _ opt: NloptOpt?, _ dim: UInt32
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_vector_storage(opt, dim)
  }

  /// Calls the library's `nlopt_get_vector_storage`.
  ///
  /// In C: `unsigned int nlopt_get_vector_storage(nlopt_opt opt)`
  public func nlopt_get_vector_storage(_ opt: NloptOpt?) throws(BridgeError) -> UInt32 {
    try library.nlopt_get_vector_storage(opt)
  }

  /// Calls the library's `nlopt_set_default_initial_step`.
  ///
  /// In C: `nlopt_result nlopt_set_default_initial_step(nlopt_opt opt, const double *x)`
  @discardableResult
  public func nlopt_set_default_initial_step(
    _ opt: NloptOpt?, _ x: [Double]
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_default_initial_step(opt, x)
  }

  /// Calls the library's `nlopt_set_initial_step`.
  ///
  /// In C: `nlopt_result nlopt_set_initial_step(nlopt_opt opt, const double *dx)`
  @discardableResult
  public func nlopt_set_initial_step(
    _ opt: NloptOpt?, _ dx: [Double]
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_initial_step(opt, dx)
  }

  /// Calls the library's `nlopt_set_initial_step1`.
  ///
  /// In C: `nlopt_result nlopt_set_initial_step1(nlopt_opt opt, double dx)`
  @discardableResult
  public func nlopt_set_initial_step1(
    _ opt: NloptOpt?, _ dx: Double
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_set_initial_step1(opt, dx)
  }

  /// Calls the library's `nlopt_get_initial_step`.
  ///
  /// In C: `nlopt_result nlopt_get_initial_step(nlopt_opt opt, const double *x, double *dx)`
  @discardableResult
  public func nlopt_get_initial_step(
    _ opt: NloptOpt?, _ x: [Double], _ dx: (any LibraryArgument)?
  ) throws(BridgeError) -> NloptResult {
    try library.nlopt_get_initial_step(opt, x, dx)
  }

  /// Calls the library's `nlopt_set_munge`.
  ///
  /// In C: `void nlopt_set_munge(nlopt_opt opt, nlopt_munge munge_on_destroy, nlopt_munge
  /// munge_on_copy)`
  public func nlopt_set_munge(
    _ opt: NloptOpt?, _ munge_on_destroy: ((_ p: RemoteAddress?) throws -> RemoteAddress)? = nil,
    _ munge_on_copy: ((_ p: RemoteAddress?) throws -> RemoteAddress)? = nil
  ) throws(BridgeError) {
    let munge_on_destroyCallback = munge_on_destroy.map { Callback($0) }
    let munge_on_copyCallback = munge_on_copy.map { Callback($0) }
    try library.nlopt_set_munge(opt, munge_on_destroyCallback, munge_on_copyCallback)
  }

  /// Calls the library's `nlopt_munge_data`.
  ///
  /// In C: `void nlopt_munge_data(nlopt_opt opt, nlopt_munge2 munge, void *data)`
  public func nlopt_munge_data(
    _ opt: NloptOpt?,
    _ munge: ((_ p: RemoteAddress?, _ data: RemoteAddress?) throws -> RemoteAddress)?,
    _ data: (any LibraryArgument)?
  ) throws(BridgeError) {
    let mungeCallback = munge.map { Callback($0) }
    try library.nlopt_munge_data(opt, mungeCallback, data)
  }

  /// Calls the library's `nlopt_minimize`.
  ///
  /// In C: `nlopt_result nlopt_minimize(nlopt_algorithm algorithm, int n, nlopt_func_old f, void
  /// *f_data, const double *lb, const double *ub, double *x, double *minf, double minf_max, double
  /// ftol_rel, double ftol_abs, double xtol_rel, const double *xtol_abs, int maxeval, double
  /// maxtime)`
  @available(*, deprecated)
  public func nlopt_minimize(
    _ algorithm: NloptAlgorithm, _ n: Int32,
    _ f: (
      (
        _ n: Int32, _ x: RemoteAddress?, _ gradient: RemoteAddress?, _ func_data: RemoteAddress?
      ) throws -> Double
    )?,
    _ f_data: (any LibraryArgument)?, _ lb: (any LibraryArgument)?, _ ub: (any LibraryArgument)?,
    _ x: (any LibraryArgument)?, _ minf: (any LibraryArgument)?, _ minf_max: Double,
    _ ftol_rel: Double, _ ftol_abs: Double, _ xtol_rel: Double, _ xtol_abs: (any LibraryArgument)?,
    _ maxeval: Int32, _ maxtime: Double
  ) throws(BridgeError) -> NloptResult {
    let fCallback = f.map { Callback($0) }
    return try library.nlopt_minimize(
      algorithm, n, fCallback, f_data, lb, ub, x, minf, minf_max, ftol_rel, ftol_abs, xtol_rel,
      xtol_abs, maxeval, maxtime)
  }

  /// Calls the library's `nlopt_minimize_constrained`.
  ///
  /// In C: `nlopt_result nlopt_minimize_constrained(nlopt_algorithm algorithm, int n,
  /// nlopt_func_old f, void *f_data, int m, nlopt_func_old fc, void *fc_data, ptrdiff_t
  /// fc_datum_size, const double *lb, const double *ub, double *x, double *minf, double minf_max,
  /// double ftol_rel, double ftol_abs, double xtol_rel, const double *xtol_abs, int maxeval, double
  /// maxtime)`
  @available(*, deprecated)
  public func nlopt_minimize_constrained(
    _ algorithm: NloptAlgorithm, _ n: Int32,
    _ f: (
      (
        _ n: Int32, _ x: RemoteAddress?, _ gradient: RemoteAddress?, _ func_data: RemoteAddress?
      ) throws -> Double
    )?,
    _ f_data: (any LibraryArgument)?, _ m: Int32,
    _ fc: (
      (
        _ n: Int32, _ x: RemoteAddress?, _ gradient: RemoteAddress?, _ func_data: RemoteAddress?
      ) throws -> Double
    )?,
    _ fc_data: (any LibraryArgument)?, _ fc_datum_size: Int, _ lb: (any LibraryArgument)?,
    _ ub: (any LibraryArgument)?, _ x: (any LibraryArgument)?, _ minf: (any LibraryArgument)?,
    _ minf_max: Double, _ ftol_rel: Double, _ ftol_abs: Double, _ xtol_rel: Double,
    _ xtol_abs: (any LibraryArgument)?, _ maxeval: Int32, _ maxtime: Double
  ) throws(BridgeError) -> NloptResult {
    let fCallback = f.map { Callback($0) }
    let fcCallback = fc.map { Callback($0) }
    return try library.nlopt_minimize_constrained(
      algorithm, n, fCallback, f_data, m, fcCallback, fc_data, fc_datum_size, lb, ub, x, minf,
      minf_max, ftol_rel, ftol_abs, xtol_rel, xtol_abs, maxeval, maxtime)
  }

  /// Calls the library's `nlopt_minimize_econstrained`.
  ///
  /// In C: `nlopt_result nlopt_minimize_econstrained(nlopt_algorithm algorithm, int n,
  /// nlopt_func_old f, void *f_data, int m, nlopt_func_old fc, void *fc_data, ptrdiff_t
  /// fc_datum_size, int p, nlopt_func_old h, void *h_data, ptrdiff_t h_datum_size, const double
  /// *lb, const double *ub, double *x, double *minf, double minf_max, double ftol_rel, double
  /// ftol_abs, double xtol_rel, const double *xtol_abs, double htol_rel, double htol_abs, int
  /// maxeval, double maxtime)`
  @available(*, deprecated)
  public func nlopt_minimize_econstrained(
    _ algorithm: NloptAlgorithm, _ n: Int32,
    _ f: (
      (
        _ n: Int32, _ x: RemoteAddress?, _ gradient: RemoteAddress?, _ func_data: RemoteAddress?
      ) throws -> Double
    )?,
    _ f_data: (any LibraryArgument)?, _ m: Int32,
    _ fc: (
      (
        _ n: Int32, _ x: RemoteAddress?, _ gradient: RemoteAddress?, _ func_data: RemoteAddress?
      ) throws -> Double
    )?,
    _ fc_data: (any LibraryArgument)?, _ fc_datum_size: Int, _ p: Int32,
    _ h: (
      (
        _ n: Int32, _ x: RemoteAddress?, _ gradient: RemoteAddress?, _ func_data: RemoteAddress?
      ) throws -> Double
    )?,
    _ h_data: (any LibraryArgument)?, _ h_datum_size: Int, _ lb: (any LibraryArgument)?,
    _ ub: (any LibraryArgument)?, _ x: (any LibraryArgument)?, _ minf: (any LibraryArgument)?,
    _ minf_max: Double, _ ftol_rel: Double, _ ftol_abs: Double, _ xtol_rel: Double,
    _ xtol_abs: (any LibraryArgument)?, _ htol_rel: Double, _ htol_abs: Double, _ maxeval: Int32,
    _ maxtime: Double
  ) throws(BridgeError) -> NloptResult {
    let fCallback = f.map { Callback($0) }
    let fcCallback = fc.map { Callback($0) }
    let hCallback = h.map { Callback($0) }
    return try library.nlopt_minimize_econstrained(
      algorithm, n, fCallback, f_data, m, fcCallback, fc_data, fc_datum_size, p, hCallback, h_data,
      h_datum_size, lb, ub, x, minf, minf_max, ftol_rel, ftol_abs, xtol_rel, xtol_abs, htol_rel,
      htol_abs, maxeval, maxtime)
  }

  /// Calls the library's `nlopt_get_local_search_algorithm`.
  ///
  /// In C: `void nlopt_get_local_search_algorithm(nlopt_algorithm *deriv, nlopt_algorithm
  /// *nonderiv, int *maxeval)`
  @available(*, deprecated)
  public func nlopt_get_local_search_algorithm(
    _ deriv: (any LibraryArgument)?, _ nonderiv: (any LibraryArgument)?,
    _ maxeval: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.nlopt_get_local_search_algorithm(deriv, nonderiv, maxeval)
  }

  /// Calls the library's `nlopt_set_local_search_algorithm`.
  ///
  /// In C: `void nlopt_set_local_search_algorithm(nlopt_algorithm deriv, nlopt_algorithm nonderiv,
  /// int maxeval)`
  @available(*, deprecated)
  public func nlopt_set_local_search_algorithm(
    _ deriv: NloptAlgorithm, _ nonderiv: NloptAlgorithm, _ maxeval: Int32
  ) throws(BridgeError) {
    try library.nlopt_set_local_search_algorithm(deriv, nonderiv, maxeval)
  }

  /// Calls the library's `nlopt_get_stochastic_population`.
  ///
  /// In C: `int nlopt_get_stochastic_population(void)`
  @available(*, deprecated)
  public func nlopt_get_stochastic_population() throws(BridgeError) -> Int32 {
    try library.nlopt_get_stochastic_population()
  }

  /// Calls the library's `nlopt_set_stochastic_population`.
  ///
  /// In C: `void nlopt_set_stochastic_population(int pop)`
  @available(*, deprecated)
  public func nlopt_set_stochastic_population(_ pop: Int32) throws(BridgeError) {
    try library.nlopt_set_stochastic_population(pop)
  }
}

extension NLopt {
  /// Opaque structure, defined internally.
  ///
  /// A `struct nlopt_opt_s *` that the library gave out.
  public struct NloptOpt: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// C's `nlopt_algorithm`.
  public struct NloptAlgorithm: LibraryEnumeration {
    /// The value in C.
    public let rawValue: UInt32

    /// Makes the value that is this one in C; it need not be one with a name.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// `NLOPT_GN_DIRECT` of the header.
    public static let gnDirect = Self(rawValue: 0)

    /// `NLOPT_GN_DIRECT_L` of the header.
    public static let gnDirectL = Self(rawValue: 1)

    /// `NLOPT_GN_DIRECT_L_RAND` of the header.
    public static let gnDirectLRand = Self(rawValue: 2)

    /// `NLOPT_GN_DIRECT_NOSCAL` of the header.
    public static let gnDirectNoscal = Self(rawValue: 3)

    /// `NLOPT_GN_DIRECT_L_NOSCAL` of the header.
    public static let gnDirectLNoscal = Self(rawValue: 4)

    /// `NLOPT_GN_DIRECT_L_RAND_NOSCAL` of the header.
    public static let gnDirectLRandNoscal = Self(rawValue: 5)

    /// `NLOPT_GN_ORIG_DIRECT` of the header.
    public static let gnOrigDirect = Self(rawValue: 6)

    /// `NLOPT_GN_ORIG_DIRECT_L` of the header.
    public static let gnOrigDirectL = Self(rawValue: 7)

    /// `NLOPT_GD_STOGO` of the header.
    public static let gdStogo = Self(rawValue: 8)

    /// `NLOPT_GD_STOGO_RAND` of the header.
    public static let gdStogoRand = Self(rawValue: 9)

    /// `NLOPT_LD_LBFGS_NOCEDAL` of the header.
    public static let ldLbfgsNocedal = Self(rawValue: 10)

    /// `NLOPT_LD_LBFGS` of the header.
    public static let ldLbfgs = Self(rawValue: 11)

    /// `NLOPT_LN_PRAXIS` of the header.
    public static let lnPraxis = Self(rawValue: 12)

    /// `NLOPT_LD_VAR1` of the header.
    public static let ldVar1 = Self(rawValue: 13)

    /// `NLOPT_LD_VAR2` of the header.
    public static let ldVar2 = Self(rawValue: 14)

    /// `NLOPT_LD_TNEWTON` of the header.
    public static let ldTnewton = Self(rawValue: 15)

    /// `NLOPT_LD_TNEWTON_RESTART` of the header.
    public static let ldTnewtonRestart = Self(rawValue: 16)

    /// `NLOPT_LD_TNEWTON_PRECOND` of the header.
    public static let ldTnewtonPrecond = Self(rawValue: 17)

    /// `NLOPT_LD_TNEWTON_PRECOND_RESTART` of the header.
    public static let ldTnewtonPrecondRestart = Self(rawValue: 18)

    /// `NLOPT_GN_CRS2_LM` of the header.
    public static let gnCrs2Lm = Self(rawValue: 19)

    /// `NLOPT_GN_MLSL` of the header.
    public static let gnMlsl = Self(rawValue: 20)

    /// `NLOPT_GD_MLSL` of the header.
    public static let gdMlsl = Self(rawValue: 21)

    /// `NLOPT_GN_MLSL_LDS` of the header.
    public static let gnMlslLds = Self(rawValue: 22)

    /// `NLOPT_GD_MLSL_LDS` of the header.
    public static let gdMlslLds = Self(rawValue: 23)

    /// `NLOPT_LD_MMA` of the header.
    public static let ldMma = Self(rawValue: 24)

    /// `NLOPT_LN_COBYLA` of the header.
    public static let lnCobyla = Self(rawValue: 25)

    /// `NLOPT_LN_NEWUOA` of the header.
    public static let lnNewuoa = Self(rawValue: 26)

    /// `NLOPT_LN_NEWUOA_BOUND` of the header.
    public static let lnNewuoaBound = Self(rawValue: 27)

    /// `NLOPT_LN_NELDERMEAD` of the header.
    public static let lnNeldermead = Self(rawValue: 28)

    /// `NLOPT_LN_SBPLX` of the header.
    public static let lnSbplx = Self(rawValue: 29)

    /// `NLOPT_LN_AUGLAG` of the header.
    public static let lnAuglag = Self(rawValue: 30)

    /// `NLOPT_LD_AUGLAG` of the header.
    public static let ldAuglag = Self(rawValue: 31)

    /// `NLOPT_LN_AUGLAG_EQ` of the header.
    public static let lnAuglagEq = Self(rawValue: 32)

    /// `NLOPT_LD_AUGLAG_EQ` of the header.
    public static let ldAuglagEq = Self(rawValue: 33)

    /// `NLOPT_LN_BOBYQA` of the header.
    public static let lnBobyqa = Self(rawValue: 34)

    /// `NLOPT_GN_ISRES` of the header.
    public static let gnIsres = Self(rawValue: 35)

    /// `NLOPT_AUGLAG` of the header.
    ///
    /// new variants that require local_optimizer to be set, not with older constants for backwards
    /// compatibility
    public static let auglag = Self(rawValue: 36)

    /// `NLOPT_AUGLAG_EQ` of the header.
    public static let auglagEq = Self(rawValue: 37)

    /// `NLOPT_G_MLSL` of the header.
    public static let gMlsl = Self(rawValue: 38)

    /// `NLOPT_G_MLSL_LDS` of the header.
    public static let gMlslLds = Self(rawValue: 39)

    /// `NLOPT_LD_SLSQP` of the header.
    public static let ldSlsqp = Self(rawValue: 40)

    /// `NLOPT_LD_CCSAQ` of the header.
    public static let ldCcsaq = Self(rawValue: 41)

    /// `NLOPT_GN_ESCH` of the header.
    public static let gnEsch = Self(rawValue: 42)

    /// `NLOPT_GN_AGS` of the header.
    public static let gnAgs = Self(rawValue: 43)

    /// Not an algorithm, just the number of them.
    ///
    /// `NLOPT_NUM_ALGORITHMS` of the header.
    public static let numAlgorithms = Self(rawValue: 44)
  }

  /// C's `nlopt_result`.
  public struct NloptResult: LibraryEnumeration {
    /// The value in C.
    public let rawValue: Int32

    /// Makes the value that is this one in C; it need not be one with a name.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Generic failure code.
    ///
    /// `NLOPT_FAILURE` of the header.
    public static let failure = Self(rawValue: -1)

    /// `NLOPT_INVALID_ARGS` of the header.
    public static let invalidArgs = Self(rawValue: -2)

    /// `NLOPT_OUT_OF_MEMORY` of the header.
    public static let outOfMemory = Self(rawValue: -3)

    /// `NLOPT_ROUNDOFF_LIMITED` of the header.
    public static let roundoffLimited = Self(rawValue: -4)

    /// `NLOPT_FORCED_STOP` of the header.
    public static let forcedStop = Self(rawValue: -5)

    /// Not a result, just the number of possible failures.
    ///
    /// `NLOPT_NUM_FAILURES` of the header.
    public static let numFailures = Self(rawValue: -6)

    /// Generic success code.
    ///
    /// `NLOPT_SUCCESS` of the header.
    public static let success = Self(rawValue: 1)

    /// `NLOPT_STOPVAL_REACHED` of the header.
    public static let stopvalReached = Self(rawValue: 2)

    /// `NLOPT_FTOL_REACHED` of the header.
    public static let ftolReached = Self(rawValue: 3)

    /// `NLOPT_XTOL_REACHED` of the header.
    public static let xtolReached = Self(rawValue: 4)

    /// `NLOPT_MAXEVAL_REACHED` of the header.
    public static let maxevalReached = Self(rawValue: 5)

    /// `NLOPT_MAXTIME_REACHED` of the header.
    public static let maxtimeReached = Self(rawValue: 6)

    /// Not a result, just the number of possible successes.
    ///
    /// `NLOPT_NUM_RESULTS` of the header.
    public static let numResults = Self(rawValue: 7)
  }
}

extension NLopt {
  /// `NLOPT_MINF_MAX_REACHED` of the header.
  public static var NLOPT_MINF_MAX_REACHED: Int32 { 2 }
}

extension NLopt {
  /// The library's functions and types in C, which every call is checked against.
  public static let declarations = """
    typedef enum {
      NLOPT_GN_DIRECT = 0, NLOPT_GN_DIRECT_L = 1, NLOPT_GN_DIRECT_L_RAND = 2, NLOPT_GN_DIRECT_NOSCAL
      = 3, NLOPT_GN_DIRECT_L_NOSCAL = 4, NLOPT_GN_DIRECT_L_RAND_NOSCAL = 5, NLOPT_GN_ORIG_DIRECT =
      6, NLOPT_GN_ORIG_DIRECT_L = 7, NLOPT_GD_STOGO = 8, NLOPT_GD_STOGO_RAND = 9,
      NLOPT_LD_LBFGS_NOCEDAL = 10, NLOPT_LD_LBFGS = 11, NLOPT_LN_PRAXIS = 12, NLOPT_LD_VAR1 = 13,
      NLOPT_LD_VAR2 = 14, NLOPT_LD_TNEWTON = 15, NLOPT_LD_TNEWTON_RESTART = 16,
      NLOPT_LD_TNEWTON_PRECOND = 17, NLOPT_LD_TNEWTON_PRECOND_RESTART = 18, NLOPT_GN_CRS2_LM = 19,
      NLOPT_GN_MLSL = 20, NLOPT_GD_MLSL = 21, NLOPT_GN_MLSL_LDS = 22, NLOPT_GD_MLSL_LDS = 23,
      NLOPT_LD_MMA = 24, NLOPT_LN_COBYLA = 25, NLOPT_LN_NEWUOA = 26, NLOPT_LN_NEWUOA_BOUND = 27,
      NLOPT_LN_NELDERMEAD = 28, NLOPT_LN_SBPLX = 29, NLOPT_LN_AUGLAG = 30, NLOPT_LD_AUGLAG = 31,
      NLOPT_LN_AUGLAG_EQ = 32, NLOPT_LD_AUGLAG_EQ = 33, NLOPT_LN_BOBYQA = 34, NLOPT_GN_ISRES = 35,
      NLOPT_AUGLAG = 36, NLOPT_AUGLAG_EQ = 37, NLOPT_G_MLSL = 38, NLOPT_G_MLSL_LDS = 39,
      NLOPT_LD_SLSQP = 40, NLOPT_LD_CCSAQ = 41, NLOPT_GN_ESCH = 42, NLOPT_GN_AGS = 43,
      NLOPT_NUM_ALGORITHMS = 44
    } nlopt_algorithm;
    typedef enum {
      NLOPT_FAILURE = -1, NLOPT_INVALID_ARGS = -2, NLOPT_OUT_OF_MEMORY = -3, NLOPT_ROUNDOFF_LIMITED
      = -4, NLOPT_FORCED_STOP = -5, NLOPT_NUM_FAILURES = -6, NLOPT_SUCCESS = 1,
      NLOPT_STOPVAL_REACHED = 2, NLOPT_FTOL_REACHED = 3, NLOPT_XTOL_REACHED = 4,
      NLOPT_MAXEVAL_REACHED = 5, NLOPT_MAXTIME_REACHED = 6, NLOPT_NUM_RESULTS = 7
    } nlopt_result;
    const char *nlopt_algorithm_name(nlopt_algorithm a);
    const char *nlopt_algorithm_to_string(nlopt_algorithm algorithm);
    nlopt_algorithm nlopt_algorithm_from_string(const char *name);
    const char *nlopt_result_to_string(nlopt_result algorithm);
    nlopt_result nlopt_result_from_string(const char *name);
    void nlopt_srand(unsigned long seed);
    void nlopt_srand_time(void);
    void nlopt_version(int *major, int *minor, int *bugfix);
    typedef struct nlopt_opt_s *nlopt_opt;
    nlopt_opt nlopt_create(nlopt_algorithm algorithm, unsigned int n);
    void nlopt_destroy(nlopt_opt opt);
    nlopt_opt nlopt_copy(nlopt_opt opt);
    nlopt_result nlopt_optimize(
        nlopt_opt opt, double *x __attribute__((annotate("archbridge:inout"))),
        double *opt_f __attribute__((annotate("archbridge:out"))))
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    typedef double (*nlopt_func)(unsigned int n, const double *x, double *gradient, void
        *func_data);
    nlopt_result nlopt_set_min_objective(
        nlopt_opt opt, nlopt_func f, void *f_data __attribute__((annotate("archbridge:context"))))
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_max_objective(
        nlopt_opt opt, nlopt_func f, void *f_data __attribute__((annotate("archbridge:context"))))
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    typedef void (*nlopt_precond)(unsigned int n, const double *x, const double *v, double
        *vpre, void *data);
    nlopt_result nlopt_set_precond_min_objective(
        nlopt_opt opt, nlopt_func f, nlopt_precond pre,
        void *f_data __attribute__((annotate("archbridge:context"))))
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_precond_max_objective(
        nlopt_opt opt, nlopt_func f, nlopt_precond pre,
        void *f_data __attribute__((annotate("archbridge:context"))))
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_algorithm nlopt_get_algorithm(nlopt_opt opt);
    unsigned int nlopt_get_dimension(nlopt_opt opt);
    const char *nlopt_get_errmsg(nlopt_opt opt);
    nlopt_result nlopt_set_param(nlopt_opt opt, const char *name, double val)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    double nlopt_get_param(nlopt_opt opt, const char *name, double defaultval);
    int nlopt_has_param(nlopt_opt opt, const char *name);
    unsigned int nlopt_num_params(nlopt_opt opt);
    const char *nlopt_nth_param(nlopt_opt opt, unsigned int n);
    nlopt_result nlopt_set_lower_bounds(nlopt_opt opt, const double *lb)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_lower_bounds1(nlopt_opt opt, double lb)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_lower_bound(nlopt_opt opt, int i, double lb)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_get_lower_bounds(nlopt_opt opt, double *lb)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_upper_bounds(nlopt_opt opt, const double *ub)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_upper_bounds1(nlopt_opt opt, double ub)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_upper_bound(nlopt_opt opt, int i, double ub)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_get_upper_bounds(nlopt_opt opt, double *ub)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_remove_inequality_constraints(nlopt_opt opt)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_add_inequality_constraint(
        nlopt_opt opt, nlopt_func fc, void *fc_data __attribute__((annotate("archbridge:context"))),
        double tol) __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_add_precond_inequality_constraint(
        nlopt_opt opt, nlopt_func fc, nlopt_precond pre,
        void *fc_data __attribute__((annotate("archbridge:context"))), double tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    typedef void (*nlopt_mfunc)(unsigned int m, double *result, unsigned int n, const double *x,
        double *gradient, void *func_data);
    nlopt_result nlopt_add_inequality_mconstraint(
        nlopt_opt opt, unsigned int m, nlopt_mfunc fc,
        void *fc_data __attribute__((annotate("archbridge:context"))), const double *tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_remove_equality_constraints(nlopt_opt opt)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_add_equality_constraint(
        nlopt_opt opt, nlopt_func h, void *h_data __attribute__((annotate("archbridge:context"))),
        double tol) __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_add_precond_equality_constraint(
        nlopt_opt opt, nlopt_func h, nlopt_precond pre,
        void *h_data __attribute__((annotate("archbridge:context"))), double tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_add_equality_mconstraint(
        nlopt_opt opt, unsigned int m, nlopt_mfunc h,
        void *h_data __attribute__((annotate("archbridge:context"))), const double *tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_stopval(nlopt_opt opt, double stopval)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    double nlopt_get_stopval(nlopt_opt opt);
    nlopt_result nlopt_set_ftol_rel(nlopt_opt opt, double tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    double nlopt_get_ftol_rel(nlopt_opt opt);
    nlopt_result nlopt_set_ftol_abs(nlopt_opt opt, double tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    double nlopt_get_ftol_abs(nlopt_opt opt);
    nlopt_result nlopt_set_xtol_rel(nlopt_opt opt, double tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    double nlopt_get_xtol_rel(nlopt_opt opt);
    nlopt_result nlopt_set_xtol_abs1(nlopt_opt opt, double tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_xtol_abs(nlopt_opt opt, const double *tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_get_xtol_abs(nlopt_opt opt, double *tol)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_x_weights1(nlopt_opt opt, double w)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_x_weights(nlopt_opt opt, const double *w)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_get_x_weights(nlopt_opt opt, double *w)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_maxeval(nlopt_opt opt, int maxeval)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    int nlopt_get_maxeval(nlopt_opt opt);
    int nlopt_get_numevals(nlopt_opt opt);
    nlopt_result nlopt_set_maxtime(nlopt_opt opt, double maxtime)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    double nlopt_get_maxtime(nlopt_opt opt);
    nlopt_result nlopt_force_stop(nlopt_opt opt)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_force_stop(nlopt_opt opt, int val)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    int nlopt_get_force_stop(nlopt_opt opt);
    nlopt_result nlopt_set_local_optimizer(nlopt_opt opt, nlopt_opt local_opt)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_population(nlopt_opt opt, unsigned int pop)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    unsigned int nlopt_get_population(nlopt_opt opt);
    nlopt_result nlopt_set_vector_storage(nlopt_opt opt, unsigned int dim)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    unsigned int nlopt_get_vector_storage(nlopt_opt opt);
    nlopt_result nlopt_set_default_initial_step(nlopt_opt opt, const double *x)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_initial_step(nlopt_opt opt, const double *dx)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_set_initial_step1(nlopt_opt opt, double dx)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    nlopt_result nlopt_get_initial_step(nlopt_opt opt, const double *x, double *dx)
        __attribute__((annotate("archbridge:status=positive")))
        __attribute__((annotate("archbridge:message=nlopt_get_errmsg")));
    typedef void *(*nlopt_munge)(void *p);
    void nlopt_set_munge(nlopt_opt opt, nlopt_munge munge_on_destroy, nlopt_munge munge_on_copy);
    typedef void *(*nlopt_munge2)(void *p, void *data);
    void nlopt_munge_data(nlopt_opt opt, nlopt_munge2 munge, void *data);
    typedef double (*nlopt_func_old)(int n, const double *x, double *gradient, void *func_data);
    nlopt_result nlopt_minimize(
        nlopt_algorithm algorithm, int n, nlopt_func_old f, void *f_data, const double *lb,
        const double *ub, double *x, double *minf, double minf_max, double ftol_rel,
        double ftol_abs, double xtol_rel, const double *xtol_abs, int maxeval, double maxtime);
    nlopt_result nlopt_minimize_constrained(
        nlopt_algorithm algorithm, int n, nlopt_func_old f, void *f_data, int m, nlopt_func_old fc,
        void *fc_data, ptrdiff_t fc_datum_size, const double *lb, const double *ub, double *x,
        double *minf, double minf_max, double ftol_rel, double ftol_abs, double xtol_rel,
        const double *xtol_abs, int maxeval, double maxtime);
    nlopt_result nlopt_minimize_econstrained(
        nlopt_algorithm algorithm, int n, nlopt_func_old f, void *f_data, int m, nlopt_func_old fc,
        void *fc_data, ptrdiff_t fc_datum_size, int p, nlopt_func_old h, void *h_data,
        ptrdiff_t h_datum_size, const double *lb, const double *ub, double *x, double *minf,
        double minf_max, double ftol_rel, double ftol_abs, double xtol_rel, const double *xtol_abs,
        double htol_rel, double htol_abs, int maxeval, double maxtime);
    void nlopt_get_local_search_algorithm(
        nlopt_algorithm *deriv, nlopt_algorithm *nonderiv, int *maxeval);
    void nlopt_set_local_search_algorithm(
        nlopt_algorithm deriv, nlopt_algorithm nonderiv, int maxeval);
    int nlopt_get_stochastic_population(void);
    void nlopt_set_stochastic_population(int pop);
    """
}
