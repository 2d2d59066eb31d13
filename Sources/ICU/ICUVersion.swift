import CICU

/// The version of the ICU library that the program was built with.
public var icuVersion: String { String(cString: cicu_version()) }
