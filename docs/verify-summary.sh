#!/bin/sh
# Checks a signed summary with unzip, sha256sum and openssl (3.0 or later) and nothing of ours.
# Usage: sh verify-summary.sh FILE.asice TRUST_FOLDER  (certificates *.pem and lists *.crl, as PEM)
set -eu
export LC_ALL=C
fail() { echo "KHÔNG HỢP LỆ: $1"; exit 1; }
file=$(realpath "$1"); trust=$(realpath "$2")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

# 1. The container: only known members in their order, stored, with the fixed time, and no other byte.
unzip -Z1 "$file" > names 2>/dev/null || fail 'not a zip'
for name in mimetype summary.json summary.pdf summary.xlsx annex.p7m META-INF/ASiCManifest.xml META-INF/signature.p7s; do
  case $name in summary.xlsx|annex.p7m) grep -qx "$name" names || continue ;; esac
  echo "$name"
done | cmp -s - names || fail 'members'
stored=$(unzip -ZTl "$file" | grep -c '^-rw----     2\.0 fat .* b- .* stor 19800101\.120000 ') || true
[ "$stored" = "$(wc -l < names)" ] || fail 'form of the zip'
unzip -qq "$file" 2>/dev/null < /dev/null || fail 'unreadable zip'
size=22
while read -r name; do size=$((size + 76 + 2 * ${#name} + $(wc -c < "$name"))); done < names
[ "$size" -eq "$(wc -c < "$file")" ] || fail 'stray bytes'
printf application/vnd.etsi.asic-e+zip | cmp -s - mimetype || fail 'mimetype'

# 2. The manifest: each member in its order with its digest, and nothing else.
manifest=META-INF/ASiCManifest.xml
sed -n 's|.* URI="\([^"]*\)" MimeType=.*|\1|p' $manifest > uris
{ echo META-INF/signature.p7s; grep -v '^META-INF\|^mimetype' names; } | cmp -s - uris || fail 'manifest'
for name in $(sed 1d uris); do
  digest=$(sed -n "\|URI=\"$name\"|,\|</asic|s|.*<ds:DigestValue>\(.*\)</ds:DigestValue>.*|\1|p" $manifest)
  hex=$(echo "$digest" | openssl base64 -d -A | od -An -tx1 | tr -d ' \n')
  echo "$hex  $name" | sha256sum -c --status - 2>/dev/null || fail "digest of $name"
done

# 3. The signature: over the manifest, with an accepted key, by a signer trusted at the signing time.
openssl cms -cmsout -print -inform DER -in META-INF/signature.p7s > printed 2>/dev/null || fail 'signature'
at=$(date -d "$(sed -n '/signingTime/,/UTCTIME/s/.*UTCTIME://p' printed)" +%s) || fail 'signing time'
cat "$trust"/*.pem > trusted.pem; cp trusted.pem crls.pem; cat "$trust"/*.crl >> crls.pem 2>/dev/null || true
verify() {
  openssl cms -verify -binary -cades -inform DER -in META-INF/signature.p7s -content $manifest -CAfile "$1" \
    -no-CApath -no-CAstore -partial_chain -purpose any -attime "$at" -signer signer.pem -out signed $2 2> said
}
verify trusted.pem '' || fail "signature or signer: $(grep -o 'Verify error.*\|verification failure' said | head -1)"
revocation='đã kiểm tra thu hồi'
verify crls.pem -crl_check || { grep -q revoked said && fail 'signer revoked'; revocation='CHƯA kiểm tra được thu hồi'; }
openssl x509 -in signer.pem -noout -text > signer.txt
grep -q 'ASN1 OID: prime256v1' signer.txt || grep -Eq 'Public-Key: \((2[0-9]{3}|[3-9][0-9]{3}) bit\)' signer.txt || fail 'kind of key'
grep -A3 'digestAlgorithm:' printed | grep -q 'sha256' || fail 'hash'

# 4. The figures: canonical JSON of the right kind, for the unit of the certificate.
json=summary.json
[ "$(wc -l < $json)" -eq 1 ] && [ -z "$(tail -c1 $json | tr -d '\n')" ] || fail 'one line, ended by a line feed'
grep -q '"format":"raquan-period-summary-v[12]"' $json || fail 'not a summary'
sed 's/"\([^"\\]\|\\.\)*":/K/g; s/"\([^"\\]\|\\.\)*"/S/g' $json > bare
grep -Eqx '[][{},KS0-9trufalsen-]*' bare && ! grep -Eq '[0-9]{17}|\[{9}' bare || fail 'form of the JSON'
! grep -Eq '"[^"a-z][^"]*":|("[A-Za-z0-9-]+":)[^][{},]*,\1' $json || fail 'keys of the JSON'
! grep -q "$(printf '\314[\200-\277]\|\315[\200-\257]')" $json || fail 'text of the JSON is not NFC'
unit=$(openssl x509 -in signer.pem -noout -subject -nameopt multiline | sed -n 's/ *organizationIdentifier *= BH:VN-//p')
grep -q "\"unit\":{\"code\":\"$unit\"," $json && [ -n "$unit" ] || fail "unit of the certificate ($unit)"
echo "HỢP LỆ ($revocation), ký lúc $(date -u -d "@$at" +%Y-%m-%dT%H:%M:%SZ)"; sha256sum "$file"
openssl x509 -in signer.pem -noout -subject -fingerprint -sha256 -nameopt utf8,sep_comma_plus
