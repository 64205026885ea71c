package com.adorsys.webank.deploy.schema.internal;

/** {@code sources}. Made by SchemaTool. */
final class SourcesText {
    private SourcesText() {}

    static String text() {
        return """
            # What the descriptions in this package were made from: Go modules, with the checksums of go.sum.
            # All of them are under the Apache License 2.0. CONTRIBUTING.md says how to make them anew.
            k8s.io/kubernetes v1.32.13 h1:5TGYdZ6YZqdp6h/Rp1vX/4TIoybMPdgv97LCZCtPuNQ=
            k8s.io/kubernetes v1.33.13 h1:bmH31xUdSzeA5vk0wZAK9MZp11mdLuzUSeKk0qN3hPQ=
            k8s.io/kubernetes v1.34.4 h1:Yy6R4QB8C9kJPp25GFqEvX5XQwY5qzKeqD0Xx6oAcmk=
            k8s.io/kubernetes v1.35.4 h1:o/8dBC/pHVpYoGV4OAIytAlNPZbdYVTXJHoYvXC4qzM=
            k8s.io/kubernetes v1.36.3 h1:qDQdoMiluAE2Eab6Fa52YV+WjiGz9mZFFoagEA6cI+o=
            k8s.io/kubernetes v1.37.2 h1:A2VDEiObzkYqFTKhSsn0ZEb0RlLEXpHWj93gi2HqEwE=
            k8s.io/api v0.24.17 h1:ILPpMleNDZbMJwopUBOVWtmCq3xBAj/4gJEUicy6QGs=
            k8s.io/api v0.32.13 h1:CAtHUTtSau6UhSGcrypjKXc2365TncaxUtrIfnjUPGE=
            k8s.io/api v0.37.0 h1:Z//Vj9N7RA/yS2sDmxyeo7h+RR4zbUrd2vrd3Z0TbB4=
            k8s.io/apiextensions-apiserver v0.37.0 h1:zRMQ3+/LIE5oZ0tVvXwYHC+dIkSP5cjNWju7AZU1LOI=
            github.com/argoproj/argo-cd/v2 v2.13.9 h1:Mzs4FA1EeFhI/xoTFqSA80JP9/IwI+B4I1Kr0pTcLlA=
            github.com/argoproj/argo-cd/v2 v2.14.21 h1:Ux50vfMUITW+Y+6GAYgQlZbr6WHE5ogiLg9OxxvP9EA=
            github.com/argoproj/argo-cd/v3 v3.0.23 h1:rYOpj03ALBnOISJG/q84mC9JuDm7m0GO3W4I3Hmu8D8=
            github.com/argoproj/argo-cd/v3 v3.1.16 h1:ufzj0c7CWKoMW03lOV8F6jwIW6YDPPZWI4PTHxz8Qq0=
            github.com/argoproj/argo-cd/v3 v3.2.12 h1:XbOyqcoPIjMhiP+y05Zi2U+HfG3b2TNfGJgVuK5Y8g0=
            github.com/argoproj/argo-cd/v3 v3.3.19 h1:jVmtyRAQo1zBMxIIx+MtI99q1FA53IMtF+yRc78XvoY=
            github.com/argoproj/argo-cd/v3 v3.4.13 h1:kmnF4nE5SQ83OhtdX6DMmLSpH0eRIa1gNYdCLNHqB+A=
            github.com/argoproj/argo-cd/v3 v3.5.7 h1:Xm1BF+I5OgDKUG3SDK49vn2/Y5AMyaNVko+/JT08gj0=
            github.com/argoproj/argo-cd/v3 v3.6.1 h1:OmhqeKiR3C//awbFrhQqFdtRI+Qiv17j8vqm3UkMj/g=
            github.com/bitnami-labs/sealed-secrets v0.40.0 h1:rvCP35JL8ZV5LNA2SrwNR6iLyoM3ulrSFWN0lBtYEYI=
            github.com/external-secrets/external-secrets v1.3.2 h1:u2J8RjlHIeF0oZCqtl92adI/uZWUwOesJIDkfql6LqQ=
            github.com/prometheus-operator/prometheus-operator v0.85.0 h1:M5xLCLEoaW2IJfnuCwFzzpL+jSVQu3KGT84Pye+fW8s=
            sigs.k8s.io/secrets-store-csi-driver v1.4.8 h1:YmL0lx9HMYqeZCnLyOZRMuGAZXmP/e42UGCCAnMKjgE=
            """;
    }
}
