# The outputs of Webank's infrastructure, without the infrastructure: literals stand for modules, so that no provider and
# no account is needed. outputs.json was made of this file alone, with Terraform 1.13.3, by
#
#     terraform init
#     terraform apply -auto-approve
#     terraform output -json > outputs.json
#
# Account numbers, ids and passwords are made up.

locals {
  roles = {
    webank-obs = "arn:aws:iam::111122223333:role/webank-dev-obs"
    webank-prs = "arn:aws:iam::111122223333:role/webank-dev-prs"
  }
}

output "cluster_name" {
  value = "webank-dev" # module.eks.cluster_name
}

output "region" {
  value = "eu-central-1"
}

output "certificate_arn" {
  value = "arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
}

output "public_subnets" {
  value = ["subnet-0a1b2c3d4e5f60718", "subnet-0b1b2c3d4e5f60718"] # module.vpc.public_subnets
}

output "database_endpoint" {
  value = "webank-dev.c9akciq32.eu-central-1.rds.amazonaws.com:5432" # module.rds.db_instance_endpoint
}

output "database_password" {
  value     = "not-a-real-password"
  sensitive = true
}

output "role_arns" {
  value = local.roles
}
