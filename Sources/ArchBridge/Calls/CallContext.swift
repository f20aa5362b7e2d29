internal import ArchBridgeABI
internal import ArchBridgeWire

/// What a call is made of before its arguments: the function, its declaration if it has one, and
/// the client's way of reading text.
struct CallContext {
  /// The function's name, for messages.
  var name: String
  /// What the helper is told to call.
  var function: CallMessage.Function
  /// What is known of the function.
  var declaration: FunctionDeclaration?
  /// Whether the result's type is for the call to say, declared or not.
  var isResultOpen = false
  /// The object of a C++ method that comes first where the call has one argument more.
  var object: CFunctionType.Parameter?
  /// What C's types mean for the client.
  var types: TypeContext
  /// How many bytes a returned string can have.
  var textLimit: Int

  var dataModel: DataModel { types.dataModel }

  /// The result's type, where it is declared.
  var declaredResult: CType? { isResultOpen ? nil : declaration?.type.result }

  /// An error about this call.
  func error(_ code: BridgeError.Code, _ message: String) -> BridgeError {
    BridgeError(code, message, symbol: name)
  }

  /// An error that came up in this call.
  func error(_ error: BridgeError) -> BridgeError {
    var error = error
    if error.symbol == nil { error.symbol = name }
    return error
  }

  /// The text's bytes with the NUL that ends them.
  func bytes(
    of text: String, _ encoding: TextEncoding?, for argument: String
  ) throws(BridgeError) -> [UInt8] {
    let encoding = encoding ?? types.encoding
    switch encoding.encode(text) {
    case .success(let bytes):
      guard !encoding.hasNUL(bytes) else {
        throw error(
          .invalidText, "\(argument) contains a NUL, which would end it early; pass [UInt8] instead"
        )
      }
      return bytes + encoding.terminator
    case .failure(let failure):
      throw error(
        .invalidText,
        "\(argument) has the character '\(failure.character)', which \(encoding.rawValue) lacks")
    }
  }

  /// The text that bytes spell.
  func text(
    of bytes: [UInt8], _ encoding: TextEncoding?, for subject: String
  ) throws(BridgeError) -> String {
    let encoding = encoding ?? types.encoding
    guard let text = encoding.decode(bytes) else {
      throw error(
        .invalidText,
        "\(subject) is not \(encoding.rawValue); "
          + (encoding.unitByteCount == 1
            ? "choose another encoding, or read it as [UInt8]" : "read it by its RemoteAddress"))
    }
    return text
  }
}
