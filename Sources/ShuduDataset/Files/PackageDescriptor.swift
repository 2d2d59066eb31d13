import Foundation

/// `datapackage.json`: Data Package v2 with table schemas, sizes, hashes, sources and foreign keys.
///
/// Its bytes are a function of its members (sorted names), and its own hash stands in `seal`, so that a change to
/// it is found too.
public struct PackageDescriptor: Codable, Sendable, Equatable {
  static let fileName = "datapackage.json"

  public struct License: Codable, Sendable, Equatable {
    public var name: String
  }

  public struct Source: Codable, Sendable, Equatable {
    public var title: String
    public var path: String?
    /// `sha256:` and a hash of what was read.
    public var version: String?
  }

  public struct Field: Codable, Sendable, Equatable {
    public struct Constraints: Codable, Sendable, Equatable {
      public var required: Bool?
      public var `enum`: [String]?
    }

    public var name: String
    public var type: String
    public var title: String
    public var description: String
    public var constraints: Constraints?
  }

  public struct ForeignKey: Codable, Sendable, Equatable {
    public struct Reference: Codable, Sendable, Equatable {
      public var resource: String
      public var fields: [String]
    }

    public var fields: [String]
    public var reference: Reference
  }

  public struct Schema: Codable, Sendable, Equatable {
    public var fields: [Field]
    public var primaryKey: [String]
    public var foreignKeys: [ForeignKey]?
    public var missingValues: [String]
  }

  public struct Resource: Codable, Sendable, Equatable {
    public var name: String
    public var type: String?
    public var path: String
    public var title: String
    public var description: String
    public var format: String
    public var mediatype: String
    public var encoding: String?
    public var bytes: Int
    public var hash: String
    public var rows: Int?
    public var schema: Schema?
  }

  /// What the dataset was made by and of, so that another release can say why it differs.
  public struct Making: Codable, Sendable, Equatable {
    /// Version of the program.
    public var program: String
    /// Hash of the word tables, the corpus's own included.
    public var lexicon: String
    /// Options of the rebuild that choose facts, as they are written on the command line.
    public var options: [String]
    /// Whether sentences were left out.
    public var withoutText: Bool
  }

  public var schemaAddress = "https://datapackage.org/profiles/2.0/datapackage.json"
  public var name: String
  public var title: String
  public var description: String
  public var licenses: [License]?
  public var sources: [Source]
  public var resources: [Resource]
  public var shudu: Making
  public var seal: String?

  enum CodingKeys: String, CodingKey {
    case schemaAddress = "$schema"
    case name, title, description, licenses, sources, resources, shudu, seal
  }

  /// The file's bytes, sealed.
  func bytes() throws -> [UInt8] {
    var sealed = self
    sealed.seal = nil
    sealed.seal = Digest.text(of: try sealed.encoded())
    return try sealed.encoded()
  }

  private func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try Array(encoder.encode(self)) + [0x0A]
  }

  /// Reads the descriptor of a package.
  static func read(in folder: String) throws(DatasetError) -> PackageDescriptor {
    let path = folder + "/" + fileName
    let bytes = try PackageFile.read(path)
    do {
      return try JSONDecoder().decode(PackageDescriptor.self, from: Data(bytes))
    } catch {
      throw .badPackage(path: path, reason: "no descriptor that shudu wrote")
    }
  }
}

extension PackageDescriptor.Resource {
  /// A table as CSV.
  init(_ table: TableFile) {
    let schema = table.schema
    self.init(
      name: schema.name, type: "table", path: table.file.name, title: schema.title,
      description: schema.description, format: "csv", mediatype: "text/csv", encoding: "utf-8",
      bytes: table.file.bytes, hash: table.file.hash, rows: table.rows,
      schema: PackageDescriptor.Schema(schema))
  }

  /// Any other file.
  ///
  /// - Parameter format: nil for the name's extension.
  init(
    _ file: WrittenFile, title: String, description: String, mediatype: String,
    format: String? = nil
  ) {
    let parts = file.name.split(separator: ".")
    self.init(
      name: file.name.lowercased().replacing(".", with: "-"), path: file.name, title: title,
      description: description, format: format ?? parts.last.map(String.init) ?? "",
      mediatype: mediatype,
      bytes: file.bytes, hash: file.hash)
  }
}

extension PackageDescriptor.Schema {
  init(_ schema: TableSchema) {
    fields = schema.columns.map { column in
      PackageDescriptor.Field(
        name: column.name, type: column.type.schemaName, title: column.title,
        description: column.description,
        constraints: column.isRequired || !column.values.isEmpty
          ? .init(
            required: column.isRequired ? true : nil,
            enum: column.values.isEmpty ? nil : column.values) : nil)
    }
    primaryKey = schema.primaryKey
    foreignKeys = schema.references.map { reference in
      PackageDescriptor.ForeignKey(
        fields: reference.columns,
        reference: .init(resource: reference.table, fields: reference.keys))
    }
    if foreignKeys?.isEmpty == true { foreignKeys = nil }
    missingValues = [""]
  }
}
