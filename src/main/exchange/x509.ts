// The decorators inside @peculiar/x509 need this before it is loaded, so everybody imports it from here.
import 'reflect-metadata'

export {
  BasicConstraintsExtension,
  type JsonNameParams,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  Pkcs10CertificateRequestGenerator,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
  X509Crl,
  X509CrlReason,
} from '@peculiar/x509'
