#!/usr/bin/env bash
# Makes what a test cluster needs and no chart holds, with random passwords and keys: secrets.yaml (kubectl apply -f) and logins.sql (databases,
# and for each service a serving login that changes no tables and a migration login that does). Not for real data.
#
#   charts/test-secrets.sh FOLDER [NAMESPACE]      FOLDER must not exist; NAMESPACE is ansinh unless given
set -euo pipefail
folder=${1:?"usage: charts/test-secrets.sh FOLDER [NAMESPACE]"}
namespace=${2:-ansinh}
services=(employment training merit protection child reporting)
umask 077
mkdir "$folder"

# Letters and digits of 24 random bytes, and one of each class that SQL Server's policy asks for.
password() { printf 'Aa1-%s' "$(head -c 24 /dev/urandom | base64 | tr -d '+/=\n')"; }
key() { printf '{"current":"k1","keys":{"k1":"%s"}}' "$(head -c 32 /dev/urandom | base64 | tr -d '\n')"; }

secret() { # name key=value…
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  namespace: %s\n  labels:\n    app.kubernetes.io/part-of: ansinh\ntype: Opaque\nstringData:\n' "$1" "$namespace"
  shift
  local pair
  for pair in "$@"; do printf "  %s: '%s'\n" "${pair%%=*}" "${pair#*=}"; done
}

connection() { # service login password
  printf 'Server=sqlserver,1433;Database=%s;User Id=%s;Password=%s;Encrypt=True;TrustServerCertificate=True' "$1" "$2" "$3"
}

logins() { # service serving-password migration-password
  cat <<SQL
CREATE DATABASE [$1] COLLATE Latin1_General_100_BIN2;
ALTER DATABASE [$1] SET READ_COMMITTED_SNAPSHOT ON;
ALTER DATABASE [$1] SET ALLOW_SNAPSHOT_ISOLATION ON;
GO
CREATE LOGIN [$1] WITH PASSWORD = '$2', DEFAULT_DATABASE = [$1];
CREATE LOGIN [$1-migration] WITH PASSWORD = '$3', DEFAULT_DATABASE = [$1];
GO
USE [$1];
CREATE USER [$1] FOR LOGIN [$1];
ALTER ROLE db_datareader ADD MEMBER [$1];
ALTER ROLE db_datawriter ADD MEMBER [$1];
CREATE USER [$1-migration] FOR LOGIN [$1-migration];
ALTER ROLE db_owner ADD MEMBER [$1-migration];
GO
USE master;
GO
SQL
}

{
  secret ansinh-broker username=ansinh "password=$(password)"
  secret ansinh-sqlserver "sa-password=$(password)"
  secret ansinh-person-key "person-key.json=$(key)"
  secret ansinh-development-key "dev-issuer.json=$(key)"
  for service in "${services[@]}"; do
    serving=$(password) migration=$(password)
    secret "$service-database" "connection-string=$(connection "$service" "$service" "$serving")"
    secret "$service-migration" "connection-string=$(connection "$service" "$service-migration" "$migration")"
    [[ $service == reporting ]] || secret "$service-field-key" "field-key.json=$(key)"
    logins "$service" "$serving" "$migration" >> "$folder/logins.sql"
  done
} > "$folder/secrets.yaml"
echo "made $folder/secrets.yaml and $folder/logins.sql"
