# Authorities and keys are made once and stay. Certificates are made anew at every
# start, because the container's address may have changed.

make_key() { # FILE
  [ -s "$1" ] && return
  openssl ecparam -name prime256v1 -genkey -noout -out "$1.new"
  mv "$1.new" "$1"
}

make_authority() { # NAME COMMON-NAME
  [ -s "$tls/$1.crt" ] && return
  make_key "$tls/$1.key"
  openssl req -x509 -new -sha256 -days 3650 -key "$tls/$1.key" -subj "/CN=$2" -out "$tls/$1.crt.new" \
    -addext basicConstraints=critical,CA:TRUE \
    -addext keyUsage=critical,digitalSignature,keyEncipherment,keyCertSign
  mv "$tls/$1.crt.new" "$tls/$1.crt"
}

make_certificate() { # NAME AUTHORITY SUBJECT serverAuth|clientAuth [ALTERNATIVE-NAMES]
  local extensions
  extensions=$(printf '%s\n' basicConstraints=CA:FALSE keyUsage=digitalSignature,keyEncipherment \
    "extendedKeyUsage=$4" ${5:+"subjectAltName=$5"})
  make_key "$tls/$1.key"
  openssl req -new -sha256 -key "$tls/$1.key" -subj "$3" |
    openssl x509 -req -sha256 -days 3650 -CA "$tls/$2.crt" -CAkey "$tls/$2.key" \
      -set_serial "0x$(openssl rand -hex 16)" -extfile <(echo "$extensions") -out "$tls/$1.crt" 2>>"$logs/certificates.log"
}

alternative_names() { # NAME-OR-ADDRESS...
  local one names=
  for one in "$@"; do
    if [[ $one =~ ^[0-9.]+$ || $one == *:* ]]; then names+=,IP:$one; else names+=,DNS:$one; fi
  done
  echo "${names#,}"
}

make_certificates() {
  local service=kubernetes.default.svc
  make_authority ca kecs-lab-ca
  make_authority proxy-ca kecs-lab-proxy-ca
  make_key "$tls/service-accounts.key"
  make_certificate apiserver ca /CN=kube-apiserver serverAuth \
    "$(alternative_names localhost kubernetes kubernetes.default "$service" "$service.cluster.local" \
      "$node" 127.0.0.1 ::1 0.0.0.0 "$api_service_ip" "$node_ip" ${extra_names[@]+"${extra_names[@]}"})"
  make_certificate kubelet-server ca "/CN=$node" serverAuth "$(alternative_names "$node" "$node_ip" 127.0.0.1)"
  make_certificate apiserver-kubelet ca /O=system:masters/CN=kube-apiserver clientAuth
  make_certificate aggregator proxy-ca /CN=system:kube-aggregator clientAuth
  make_certificate admin ca /O=system:masters/CN=system:admin clientAuth
  make_certificate kube-controller-manager ca /CN=system:kube-controller-manager clientAuth
  make_certificate kube-scheduler ca /CN=system:kube-scheduler clientAuth
  make_certificate kube-proxy ca /CN=system:kube-proxy clientAuth
  make_certificate kubelet ca "/O=system:nodes/CN=system:node:$node" clientAuth
}

write_kubeconfig() { # CERTIFICATE FILE
  install -m 600 /dev/stdin "$2" <<YAML
apiVersion: v1
kind: Config
current-context: default
contexts:
- name: default
  context: {cluster: default, user: default}
clusters:
- name: default
  cluster:
    server: https://127.0.0.1:6443
    certificate-authority-data: $(base64 -w0 "$tls/ca.crt")
users:
- name: default
  user:
    client-certificate-data: $(base64 -w0 "$tls/$1.crt")
    client-key-data: $(base64 -w0 "$tls/$1.key")
YAML
}

make_kubeconfigs() {
  local component
  for component in kube-controller-manager kube-scheduler kube-proxy kubelet; do
    write_kubeconfig "$component" "$etc/$component.kubeconfig"
  done
  write_kubeconfig admin "$admin_kubeconfig"
  if [ -n "${K3S_KUBECONFIG_OUTPUT:-}" ]; then
    mkdir -p "$(dirname "$K3S_KUBECONFIG_OUTPUT")"
    install -m "${K3S_KUBECONFIG_MODE:-600}" "$admin_kubeconfig" "$K3S_KUBECONFIG_OUTPUT"
  fi
}
