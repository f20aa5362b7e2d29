// A server's own values are the wire's.
@_exported public import ArchBridgeWire
