# What the tests of TerraformOutputs read: outputs of every type, written by Terraform itself without any provider.
#
# Made with Terraform 1.13.3, built from its Go module without the backends of remote state, in an empty folder that
# holds this file alone:
#
#     terraform init
#     terraform apply -auto-approve -json > apply.json
#     terraform output -json > outputs.json
#     terraform output -no-color > outputs.txt
#     terraform output -json cluster_name > one-value.json
#     terraform show -json > show.json
#     cp terraform.tfstate state.json
#
# In a folder that holds nothing, `terraform output -json > no-outputs.json` and
# `terraform output -no-color > no-outputs.txt`.
#
# Account numbers, ids and passwords are made up. An output that is null (`nothing`) is left out by Terraform.

terraform {
  required_version = ">= 1.5"
}

variable "name" {
  type    = string
  default = "webank-dev"
}

variable "database_password" {
  type      = string
  default   = "correct horse: \"battery\"\n\\ staple €"
  sensitive = true
}

locals {
  account   = "111122223333"
  region    = "eu-central-1"
  roles     = toset(["webank-obs", "webank-prs"])
  database  = "webank-dev.c9akciq32.${local.region}.rds.amazonaws.com"
  authority = <<-EOT
    -----BEGIN CERTIFICATE-----
    bm90IGEgY2VydGlmaWNhdGU=
    -----END CERTIFICATE-----
  EOT
}

# What an Environment and an EksCluster need, under the names that are looked for.

output "cluster_name" {
  description = "The name of the cluster"
  value       = var.name
}

output "region" {
  value = local.region
}

output "certificate_arn" {
  value = "arn:aws:acm:${local.region}:${local.account}:certificate/12345678-1234-1234-1234-123456789012"
}

output "public_subnets" {
  value = tolist(["subnet-0a1b2c3d4e5f60718", "subnet-0b1b2c3d4e5f60718"])
}

output "private_subnets" {
  value = ["subnet-0c1b2c3d4e5f60718", "subnet-0d1b2c3d4e5f60718"]
}

output "database_endpoint" {
  value = "${local.database}:5432"
}

output "database_port" {
  value = 5432
}

output "database_password" {
  value     = var.database_password
  sensitive = true
}

output "role_arns" {
  value = { for role in local.roles : role => "arn:aws:iam::${local.account}:role/${var.name}/${role}" }
}

# Values of every other kind.

output "bool_true" {
  value = true
}

output "empty_list" {
  value = []
}

output "empty_map" {
  value = {}
}

output "empty_string" {
  value = ""
}

output "list_of_objects" {
  value = tolist([
    { name = "obs", port = 8081, zone = null },
    { name = "prs", port = 8080, zone = "eu-central-1a" },
  ])
}

output "map_of_numbers" {
  value = tomap({ obs = 2, prs = 0.5 })
}

output "mixed" {
  value = ["a", 1, true, null, { nested = ["b", { deep = null }] }]
}

output "multi_line" {
  value = local.authority
}

output "nothing" {
  value = null
}

output "number_big" {
  value = 123456789012345678901234567890
}

output "number_fraction" {
  value = 1 / 3
}

output "number_negative" {
  value = -17.25
}

output "number_of_exponent" {
  value = 2.5e20
}

output "object" {
  value = {
    host            = local.database
    port            = 5432
    tls             = true
    aliases         = ["a.b/c", "<&>"]
    none            = null
    "a b/c.d\"e`\n" = "odd key"
  }
}

output "sensitive_bool" {
  value     = true
  sensitive = true
}

output "sensitive_number" {
  value     = 4711081512
  sensitive = true
}

output "sensitive_object" {
  value = {
    user              = "webank-secret-user"
    password          = var.database_password
    webank-secret-key = ["webank-secret-item"]
  }
  sensitive = true
}

output "set_of_strings" {
  value = local.roles
}

output "unicode" {
  value = "Grüße, \u65e5\u672c\u8a9e, \U0001F600, \u2028, e\u0301, \u007f, \u0085, \ufeff"
}

output "ünïcode-name_1" {
  value = "a name with letters of its own"
}
